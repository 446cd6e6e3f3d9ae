module.exports = require('../../tools/eslint/layers.cjs')(__dirname);
