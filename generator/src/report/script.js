// Lists, search and lazily made rows. Text of pages goes into text nodes only, never into markup.
(function () {
  'use strict';

  var STEP = 50;
  var OPEN_UP_TO = 12;
  var data = JSON.parse(document.getElementById('data').textContent);
  var S = data.strings;
  var root = document.documentElement;
  var input = document.getElementById('q');
  var versionBox = document.getElementById('version');
  var status = document.getElementById('status');

  // ---- making elements ---------------------------------------------------------------------------

  /** el('p', 'class', child, …): children are text or nodes. */
  function el(tag, className) {
    var node = document.createElement(tag);
    if (className) node.className = className;
    for (var i = 2; i < arguments.length; i++) {
      var child = arguments[i];
      if (child === null || child === undefined || child === '') continue;
      node.appendChild(typeof child === 'object' ? child : document.createTextNode(child));
    }
    return node;
  }

  function number(n) { return String(n).replace(/\B(?=(\d{3})+$)/g, ','); }
  function counted(n, noun) { return number(n) + ' ' + noun + (n === 1 ? '' : 's'); }
  function link(text, query) {
    var a = el('a', '', text);
    a.href = '#q=' + encodeURIComponent(query);
    return a;
  }
  /** Paths may break after what separates their parts. */
  function path(tag, className, text) {
    var node = el(tag, className);
    text.replace(/::|\//g, '$&\n').split('\n').forEach(function (part, at) {
      if (at) node.appendChild(document.createElement('wbr'));
      node.appendChild(document.createTextNode(part));
    });
    return node;
  }

  /** The Rust path in full. */
  function rust(item) { return item.rust ? path('code', '', data.crate_name + '::' + item.rust) : ''; }
  function emitted(item) { return item.rust ? path('code', 'to', item.rust) : el('span', 'to', 'not emitted'); }
  /** Appends text with the words between back-ticks as code. */
  function say(node, text) {
    var parts = text.split('`');
    if (parts.length % 2 === 0) parts = [text];
    parts.forEach(function (part, at) {
      if (part) node.appendChild(at % 2 ? el('code', '', part) : document.createTextNode(part));
    });
    return node;
  }

  function badge(kind) { return el('span', 'badge ' + kind, kind); }
  function pair(dl, name, value) {
    if (value === null || value === undefined || value === '') return;
    dl.appendChild(el('dt', '', name));
    dl.appendChild(el('dd', '', value));
  }

  // ---- rows ----------------------------------------------------------------------------------------

  /** A row that opens: the detail is made when it is first opened. */
  function row(className, summary, detail) {
    var node = el('details', 'row ' + className);
    node.appendChild(summary);
    node.addEventListener('toggle', function () {
      if (node.open && node.childNodes.length === 1) node.appendChild(detail());
    });
    return el('li', '', node);
  }

  function typeRow(type) {
    var dot = type.name.lastIndexOf('.');
    var name = el('span', 'name', el('span', 'ns', type.name.slice(0, dot + 1)), type.name.slice(dot + 1));
    var kind = el('span', 'kind', badge(S[type.kind]), type.synthetic ? badge('synthetic') : null);
    var from = el('span', 'from', S[type.page] + ':' + type.line);
    return row('type', el('summary', '', name, kind, from, emitted(type)), function () { return typeDetail(type); });
  }

  function typeDetail(type) {
    var box = el('div', 'detail');
    var dl = el('dl', 'facts');
    pair(dl, 'Version', data.versions[type.version]);
    pair(dl, 'Page', link(S[type.page] + ':' + type.line, S[type.page]));
    type.others.forEach(function (other) { pair(dl, 'Also', link(S[other], S[other])); });
    pair(dl, 'Base', type.base === null ? '' : link(S[type.base], S[type.base]));
    pair(dl, 'Rust item', rust(type));
    pair(dl, 'File', type.file ? el('code', '', type.file) : '');
    box.appendChild(dl);
    var isEnum = S[type.kind] === 'enum';
    if (!type.parts.length) {
      box.appendChild(el('p', 'hint', isEnum ? 'No page lists its members.' : 'No properties of its own.'));
      return box;
    }
    var headings = el('tr', '', heading(isEnum ? 'Member' : 'Property'), heading(isEnum ? 'Value' : 'Type'), heading('Remarks'));
    var body = el('tbody');
    type.parts.forEach(function (part) {
      var marks = part[2];
      var remarks = el('td');
      if (marks & 1) remarks.appendChild(badge('navigation'));
      if (marks & 4) remarks.appendChild(badge('untyped'));
      if (marks & 2) remarks.appendChild(badge('undocumented'));
      if (marks & 8) remarks.appendChild(badge('deprecated'));
      var name = el('th', '', S[part[0]]);
      name.scope = 'row';
      body.appendChild(el('tr', '', name, el('td', '', S[part[1]]), remarks));
    });
    box.appendChild(el('table', 'parts', el('thead', '', headings), body));
    return box;
  }

  function heading(text) {
    var th = el('th', '', text);
    th.scope = 'col';
    return th;
  }

  function operationRow(operation) {
    var line = el('span', 'name', el('span', 'method', S[operation.method]), ' ', path('span', '', operation.path));
    var returns = el('span', 'kind', operation.unknown ? badge('unknown') : S[operation.returns]);
    var from = el('span', 'from', S[operation.page] + ':' + operation.line);
    return row('operation', el('summary', '', line, returns, from, emitted(operation)), function () {
      var dl = el('dl', 'facts');
      pair(dl, 'Title', S[operation.title]);
      pair(dl, 'Version', data.versions[operation.version]);
      pair(dl, 'Page', link(S[operation.page] + ':' + operation.line, S[operation.page]));
      pair(dl, 'Kind', S[operation.kind]);
      pair(dl, 'Sends', S[operation.sends]);
      pair(dl, 'Returns', S[operation.returns]);
      operation.scopes.forEach(function (scope) { pair(dl, S[scope[0]], S[scope[1]]); });
      if (!operation.scopes.length) pair(dl, 'Permissions', 'not stated');
      pair(dl, 'Function', rust(operation));
      pair(dl, 'File', operation.file === null ? '' : el('code', '', S[operation.file]));
      return el('div', 'detail', dl);
    });
  }

  function findingRow(finding) {
    var severity = S[finding.severity];
    var item = el('li', 'finding', say(el('p', 'message', badge(severity), ' '), finding.message));
    finding.places.forEach(function (place) { item.appendChild(snippet(place)); });
    if (finding.help !== null) item.appendChild(say(el('p', 'help'), S[finding.help]));
    return item;
  }

  function snippet(place) {
    var line = String(place[1]);
    var label = S[place[8]];
    var marker = ' '.repeat(place[6]) + '^'.repeat(place[7]) + (label ? ' ' + label : '');
    var caption = el('figcaption', '', link(S[place[0]], S[place[0]]), ':' + line + ':' + place[2]);
    var pre = el('pre', '', el('span', 'gutter', line + ' │ '), place[3], el('mark', '', place[4]), place[5] + '\n',
      el('span', 'gutter', ' '.repeat(line.length) + ' │ '), el('span', 'caret', marker));
    return el('figure', 'snippet', caption, pre);
  }

  // ---- what is searched ------------------------------------------------------------------------------

  function typeText(type) {
    var words = [type.name, S[type.page], type.rust, type.file, 'is:' + S[type.kind], type.synthetic ? 'is:synthetic' : 'is:described'];
    var marks = 0;
    type.parts.forEach(function (part) { words.push(S[part[0]]); marks |= part[2]; });
    if (marks & 4) words.push('is:untyped');
    if (marks & 2) words.push('is:undocumented');
    if (marks & 8) words.push('is:deprecated');
    return words.join('\n').toLowerCase();
  }

  function operationText(operation) {
    var words = [S[operation.method] + ' ' + operation.path, S[operation.title], S[operation.page], operation.rust,
      S[operation.sends], S[operation.returns], 'is:' + S[operation.kind]];
    if (operation.unknown) words.push('is:unknown-response');
    if (!operation.scopes.length) words.push('is:no-permissions');
    operation.scopes.forEach(function (scope) { words.push(S[scope[1]]); });
    return words.join('\n').toLowerCase();
  }

  function findingText(finding) {
    var words = [S[finding.code], 'is:' + S[finding.severity], finding.message];
    finding.places.forEach(function (place) {
      words.push(S[place[0]] + ':' + place[1], place[3] + place[4] + place[5]);
    });
    return words.join('\n').toLowerCase();
  }

  /** A list with the texts that are searched, made at the first search; what is called so comes first. */
  function Searched(rows, text, name) {
    var texts = null;
    this.all = rows;
    this.matching = function (words, version) {
      if (!words.length && version < 0) return rows;
      if (!texts && words.length) texts = rows.map(text);
      var found = rows.filter(function (item, at) {
        return (version < 0 || item.version === version) && (!words.length || has(texts[at], words));
      });
      if (!name || !words.length) return found;
      var ranks = [[], [], []];
      found.forEach(function (item) {
        var called = name(item).toLowerCase();
        var simple = called.slice(called.lastIndexOf('.') + 1);
        ranks[simple === words.join(' ') ? 0 : has(called, words) ? 1 : 2].push(item);
      });
      return ranks[0].concat(ranks[1], ranks[2]);
    };
  }

  function has(text, words) {
    return words.every(function (word) { return text.indexOf(word) >= 0; });
  }

  // ---- lists that grow ---------------------------------------------------------------------------------

  /** Fills `box` with the first rows and a button for more. */
  function grow(box, rows, make) {
    var list = el('ol', 'rows');
    var button = el('button', 'more');
    button.type = 'button';
    var shown = 0;
    function more() {
      var part = document.createDocumentFragment();
      var from = shown;
      for (; shown < rows.length && shown < from + STEP; shown++) part.appendChild(make(rows[shown]));
      list.appendChild(part);
      button.textContent = 'Show more (' + number(rows.length - shown) + ' left)';
      button.hidden = shown >= rows.length;
      if (from) {
        // The reader goes on where the new rows begin, also with the keyboard.
        var first = list.children[from];
        var target = first.querySelector('summary') || first;
        if (target === first) target.tabIndex = -1;
        target.focus();
      }
    }
    button.addEventListener('click', more);
    box.replaceChildren(list, button);
    more();
  }

  var types = new Searched(data.types, typeText, function (type) { return type.name; });
  var operations = new Searched(data.operations, operationText, function (operation) { return operation.path; });
  var findings = new Searched(data.findings, findingText);

  function showList(id, rows, all, make) {
    var section = document.getElementById(id);
    section.querySelector('h2 .count').textContent = rows.length === all ? number(all) : number(rows.length) + ' of ' + number(all);
    var box = section.querySelector('.list');
    if (rows.length) grow(box, rows, make);
    else box.replaceChildren(el('p', 'none', all ? 'None match.' : 'There are none.'));
  }

  // ---- findings by code ------------------------------------------------------------------------------------

  var groups = Array.prototype.map.call(document.querySelectorAll('details.group'), function (node) {
    var group = { node: node, code: node.dataset.code, rows: [], all: 0, stale: true };
    var hint = node.querySelector('.more-static');
    if (hint) hint.remove();
    var box = el('div', 'findings-box');
    var first = node.querySelector('ol.findings');
    first.replaceWith(box);
    group.box = box;
    node.addEventListener('toggle', function () { fill(group); });
    return group;
  });
  var groupOf = {};
  groups.forEach(function (group) { groupOf[group.code] = group; });
  data.findings.forEach(function (finding) { groupOf[S[finding.code]].all++; });

  function fill(group) {
    if (!group.node.open || !group.stale) return;
    group.stale = false;
    grow(group.box, group.rows, findingRow);
  }

  function showFindings(rows, searching) {
    groups.forEach(function (group) { group.rows = []; group.stale = true; });
    rows.forEach(function (finding) { groupOf[S[finding.code]].rows.push(finding); });
    groups.forEach(function (group) {
      var matching = group.rows.length;
      group.node.hidden = matching === 0;
      group.node.querySelector('.count').textContent =
        matching === group.all ? number(matching) : number(matching) + ' of ' + number(group.all);
      if (searching) group.node.open = rows.length <= OPEN_UP_TO;
      fill(group);
    });
    var count = document.querySelector('#findings h2 .count');
    if (count) count.textContent = rows.length === data.findings.length ? number(rows.length) : number(rows.length) + ' of ' + number(data.findings.length);
    document.getElementById('findings').dataset.empty = String(rows.length === 0);
  }

  // ---- search ------------------------------------------------------------------------------------------------

  var last = null;

  function search() {
    var query = input.value.trim();
    var chosen = versionBox ? versionBox.value : '';
    var key = query + '\n' + chosen;
    if (key === last) return;
    last = key;
    var words = query.toLowerCase().split(/\s+/).filter(Boolean);
    var version = data.versions.indexOf(chosen);
    var found = [types.matching(words, version), operations.matching(words, version), findings.matching(words, version)];
    var searching = words.length > 0;
    root.dataset.searching = String(searching);
    root.dataset.query = query;
    root.dataset.found = found.map(function (rows) { return rows.length; }).join(' ');
    showList('types', found[0], types.all.length, typeRow);
    showList('operations', found[1], operations.all.length, operationRow);
    showFindings(found[2], searching);
    tell(found, searching);
  }

  function tell(found, searching) {
    status.replaceChildren();
    if (!searching) return;
    ['type', 'operation', 'finding'].forEach(function (noun, at) {
      var a = el('a', '', counted(found[at].length, noun));
      a.href = '#' + noun + 's';
      if (at) status.appendChild(document.createTextNode(' · '));
      status.appendChild(a);
    });
  }

  function remember() {
    var query = input.value.trim();
    try {
      history.replaceState(null, '', query ? '#q=' + encodeURIComponent(query) : location.pathname + location.search);
    } catch (refused) {
      // Some browsers allow no history for files; the search works all the same.
    }
  }

  function clear() {
    input.value = '';
    search();
  }

  /** `#q=…` is a search, `#code-…` opens a group, anything else is an anchor. */
  function follow() {
    var hash = location.hash.slice(1);
    if (hash.indexOf('q=') === 0) {
      try {
        input.value = decodeURIComponent(hash.slice(2));
      } catch (malformed) {
        input.value = hash.slice(2);
      }
      search();
      window.scrollTo(0, document.querySelector('.bar-wrap').offsetTop);
      return;
    }
    var target = hash && document.getElementById(hash);
    if (!target) return;
    // A search hides what is not about it; whoever goes there has done with searching.
    if (target.hidden || target.matches('.overview')) clear();
    if (target.matches('.group')) target.open = true;
    target.scrollIntoView();
  }

  var waiting = 0;
  input.addEventListener('input', function () {
    clearTimeout(waiting);
    waiting = setTimeout(function () { search(); remember(); }, 80);
  });
  document.getElementById('search').addEventListener('submit', function (event) {
    event.preventDefault();
    search();
    remember();
  });
  if (versionBox) versionBox.addEventListener('change', search);
  document.addEventListener('keydown', function (event) {
    var typing = /^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName);
    if (event.key === '/' && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      input.focus();
    } else if (event.key === 'Escape' && event.target === input && input.value) {
      event.preventDefault();
      clear();
      remember();
    }
  });
  window.addEventListener('hashchange', follow);

  search();
  follow();
  root.dataset.ready = 'true';
})();
