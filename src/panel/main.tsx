import { render } from 'preact';

const root = document.getElementById('panel');
if (root) render(<h1>Grantscope</h1>, root);
