// Markdown of the guide as HTML: headings, paragraphs, lists, tables, pictures, links, bold and code. Nothing else is in the guide, and
// what looks like HTML is text. Pure.

/**
 * @param {string} markdown
 * @returns {{ title: string, body: string }}
 */
export function renderMarkdown(markdown) {
  const blocks = markdown
    .trim()
    .split(/\n{2,}/)
    .map((block) => block.split('\n'));
  const title = blocks.map(([first = '']) => /^# (.+)$/.exec(first)?.[1]).find((each) => each !== undefined);
  return { title: title ?? '', body: blocks.map(renderBlock).join('\n') };
}

/** @param {string[]} lines */
function renderBlock(lines) {
  const [first = ''] = lines;
  const heading = /^(#{1,3}) (.+)$/.exec(first);
  if (heading !== null) {
    const level = heading[1]?.length ?? 1;
    return `<h${level}>${inline(heading[2] ?? '')}</h${level}>`;
  }
  if (first.startsWith('|')) return renderTable(lines);
  if (/^(?:-|\d+\.) /.test(first)) return renderList(lines);
  const picture = /^!\[(.*)\]\((.+)\)$/.exec(first);
  if (picture !== null) {
    const [, description = '', path = ''] = picture;
    return `<img src="images/${escapeText(path.split('/').at(-1) ?? '')}" alt="${escapeText(description)}">`;
  }
  return `<p>${inline(lines.join(' '))}</p>`;
}

/** @param {string[]} lines */
function renderTable(lines) {
  const [head = '', , ...rows] = lines;
  /** @param {string} line @param {'th' | 'td'} tag */
  const row = (line, tag) => {
    const cells = line.split('|').slice(1, -1);
    return `<tr>${cells.map((cell) => `<${tag}>${inline(cell.trim())}</${tag}>`).join('')}</tr>`;
  };
  return `<table><thead>${row(head, 'th')}</thead><tbody>${rows.map((each) => row(each, 'td')).join('')}</tbody></table>`;
}

/**
 * A line that begins no entry goes on with the one before.
 * @param {string[]} lines
 */
function renderList(lines) {
  const tag = /^\d/.test(lines[0] ?? '') ? 'ol' : 'ul';
  /** @type {string[]} */
  const entries = [];
  for (const line of lines) {
    const entry = /^(?:-|\d+\.) +(.*)$/.exec(line)?.[1];
    if (entry === undefined) entries.push(`${entries.pop() ?? ''} ${line.trim()}`);
    else entries.push(entry);
  }
  return `<${tag}>${entries.map((entry) => `<li>${inline(entry)}</li>`).join('')}</${tag}>`;
}

/** @param {string} text */
function inline(text) {
  return escapeText(text)
    .replaceAll(/`([^`]+)`/g, '<code>$1</code>')
    .replaceAll(/\*\*(.+?)\*\*/g, '<b>$1</b>')
    .replaceAll(/\[([^\]]+)\]\(([\w-]+)\.md\)/g, '<a href="$2.html">$1</a>');
}

/** @param {string} text */
function escapeText(text) {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
