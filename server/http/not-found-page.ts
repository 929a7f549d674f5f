/** The page for an address that does not exist, in the rule book's dress: the policy forbids inline styles, and that one is always there. */
export const notFoundPage = `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>没有这个页面 · 畅行</title>
<link rel="icon" href="/icons/home.svg" type="image/svg+xml">
<link rel="stylesheet" href="/rules/rules.css">
</head>
<body>
<main class="nowhere">
<h1>没有这个页面</h1>
<p>地址可能输错了，请从下面选一个入口。</p>
<p lang="en">There is no such page. Choose a way in.</p>
<ul>
<li><a href="/">首页 <span lang="en">Start</span></a></li>
<li><a href="/driver/">司机 <span lang="en">Driver</span></a></li>
<li><a href="/apply/">企业办通行证 <span lang="en">Company</span></a></li>
<li><a href="/checkpoint/">检查点查验 <span lang="en">Inspector</span></a></li>
<li><a href="/office/">指挥部 <span lang="en">Office</span></a></li>
<li><a href="/dispatch/">调度 <span lang="en">Dispatch</span></a></li>
<li><a href="/queue/">等候时间 <span lang="en">Waits</span></a></li>
<li><a href="/rules/">通行规则 <span lang="en">Rules</span></a></li>
<li><a href="tel:12328">遇到问题打12328 <span lang="en">Help</span></a></li>
</ul>
</main>
</body>
</html>
`
