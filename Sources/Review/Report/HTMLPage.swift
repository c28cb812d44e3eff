/// What stands around the findings on the page; nothing of it depends on them.
enum HTMLPage {
  static let head = """
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'">
    <title>gen diff</title>
    <style>
    \(style)
    </style>
    </head>
    <body>

    """

  static let foot = """
    <script>
    \(script)
    </script>
    </body>
    </html>

    """

  private static let style = """
    :root { color-scheme: light dark; }
    body { font: 15px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 90rem; padding: 0 1rem; }
    form { background: Canvas; padding: .5rem 0; position: sticky; top: 0; }
    label { margin-left: 1rem; }
    article { border-left: .4rem solid gray; margin: 1.5rem 0; padding-left: 1rem; }
    article.breaking { border-color: #c22; }
    article.risky { border-color: #c80; }
    article.compatible { border-color: #292; }
    h2 { font-size: 1.1rem; margin: 0; overflow-wrap: anywhere; }
    h3 { font-size: .9rem; font-weight: normal; margin: 0; overflow-wrap: anywhere; }
    .verdict { border: 1px solid; border-radius: .3rem; font-size: .9rem; padding: 0 .4rem; }
    .sides { display: grid; gap: 1rem; grid-template-columns: 1fr 1fr; }
    .sides > div { min-width: 0; overflow-x: auto; }
    table { border-collapse: collapse; font: 13px/1.4 ui-monospace, monospace; width: 100%; }
    td { padding: 0 .5rem; white-space: pre; }
    td:first-child { color: gray; text-align: right; user-select: none; width: 1%; }
    .old .changed { background: #f003; }
    .new .changed { background: #0a03; }
    p { margin: .2rem 0; overflow-wrap: anywhere; }
    """

  private static let script = """
    const form = document.getElementById('filter');
    const articles = [...document.querySelectorAll('article')];
    const texts = articles.map(article => article.textContent.toLowerCase());
    function show() {
      const words = document.getElementById('search').value.toLowerCase().split(/\\s+/);
      const wanted = new Set([...form.querySelectorAll(':checked')].map(box => box.value));
      let count = 0;
      articles.forEach((article, index) => {
        article.hidden = !wanted.has(article.dataset.verdict)
          || !words.every(word => texts[index].includes(word));
        count += article.hidden ? 0 : 1;
      });
      document.getElementById('count').textContent = count + ' of ' + articles.length;
    }
    form.hidden = false;
    form.addEventListener('input', show);
    form.addEventListener('submit', event => event.preventDefault());
    show();
    """
}
