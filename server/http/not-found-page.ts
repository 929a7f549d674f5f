/** The page for an address that does not exist; no style of its own, since the policy forbids inline styles. */
export const notFoundPage = `<!doctype html>
<html lang="zh-CN">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>没有这个页面 · 畅行</title>
<h1>没有这个页面</h1>
<p>地址可能输错了。<a href="/">回到首页</a>,或直接打开 <a href="/driver/">司机</a>、<a href="/checkpoint/">查验</a>、<a href="/office/">指挥部</a>。</p>
<p lang="en">There is no such page. <a href="/">Start page</a></p>
</html>
`
