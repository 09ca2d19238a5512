/** Opens the address of the page as a browser does, and gives the cookie that lets its further requests in. */
export async function signIn(pageUrl: string): Promise<string> {
  const response = await fetch(pageUrl, { redirect: 'manual' });
  const [cookie = ''] = response.headers.getSetCookie();
  return cookie.split(';')[0] ?? '';
}
