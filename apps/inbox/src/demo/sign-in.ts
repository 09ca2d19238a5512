/** Opens a sign-in link as a browser does, and gives the cookie that lets its further requests in. */
export async function signIn(signInUrl: string): Promise<string> {
  const response = await fetch(signInUrl, { redirect: 'manual' });
  return response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0] ?? '')
    .join('; ');
}
