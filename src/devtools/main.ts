chrome.devtools.panels.create('Grantscope', '/public/icon-32.png', '/src/panel/panel.html');
