/** The page as it is served: its frame and its words. Scripts fill it. */
export const PAGE = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Inbox</title>
<link rel="icon" href="/assets/icon.svg">
<link rel="stylesheet" href="/assets/styles.css">
<script type="module" src="/assets/main.js"></script>
</head>
<body data-view="list">
<header class="top">
  <img src="/assets/icon.svg" alt="" width="28" height="28">
  <h1>Inbox</h1>
  <p class="live" id="live" role="status" data-state="connecting">Connecting…</p>
</header>
<main>
  <nav class="list" aria-label="Conversations">
    <ul id="conversations"></ul>
    <div class="empty" id="list-empty" hidden>
      <strong>No conversations yet</strong>
      <span>When someone writes to your app, it shows up here. Register this inbox’s <code>/webhook</code> address as a webhook of the app for that.</span>
    </div>
  </nav>
  <section class="thread" aria-label="Conversation">
    <div class="empty" id="thread-empty" role="status">
      <strong id="note-title"></strong>
      <span id="note-words"></span>
      <a class="back" href="#/">Back to conversations</a>
    </div>
    <div class="open" id="thread-open" hidden>
      <header>
        <a class="back" href="#/" aria-label="Back to conversations">‹</a>
        <div class="who">
          <h2 id="name" tabindex="-1"><bdi></bdi></h2>
          <p id="addresses"></p>
        </div>
      </header>
      <div class="scroll" id="scroll" tabindex="0" role="log" aria-live="polite" aria-relevant="additions" aria-label="Messages">
        <button type="button" class="plain earlier" id="earlier" hidden>Show earlier messages</button>
        <ol id="messages"></ol>
      </div>
      <button type="button" class="newer" id="newer" hidden>New messages ↓</button>
      <form class="composer" id="composer">
        <div class="problem" id="problem" role="alert" hidden></div>
        <fieldset id="card" hidden>
          <legend>Card with choices</legend>
          <label>Title<input id="card-title" maxlength="1024" autocomplete="off"></label>
          <label>Text <small>optional</small><input id="card-description" maxlength="2000" autocomplete="off"></label>
          <label>Choices <small>one per line, at most 10</small><textarea id="card-choices" rows="3"></textarea></label>
        </fieldset>
        <label class="sr-only" for="text">Message</label>
        <textarea id="text" rows="1" dir="auto" placeholder="Write a message" aria-describedby="hint"></textarea>
        <div class="actions">
          <button type="button" class="plain" id="card-toggle" aria-expanded="false" aria-controls="card">Card with choices</button>
          <span class="hint" id="hint">Enter sends, Shift+Enter starts a new line</span>
          <button type="submit" class="send" id="send">Send</button>
        </div>
      </form>
    </div>
  </section>
</main>
<noscript>This page needs JavaScript.</noscript>
</body>
</html>
`;
