/** The sign of the portal: three rising bars in the hexagon of a level. */
export function PortalMark({ size }: { size: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 32 32"
      aria-hidden="true"
      focusable="false"
    >
      <path fill="#1f6f6b" d="M16 1.5 28.6 8.75v14.5L16 30.5 3.4 23.25V8.75z" />
      <path
        fill="none"
        stroke="#fff"
        strokeWidth="3"
        strokeLinecap="round"
        strokeLinejoin="round"
        d="M9.5 20.5v-3M16 20.5v-6M22.5 20.5v-9"
      />
    </svg>
  );
}
