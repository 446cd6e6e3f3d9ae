import '@testing-library/jest-dom';

// Checks of whole pages take long where many tests share few processors.
jest.setTimeout(60_000);
