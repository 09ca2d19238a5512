/** Is it a key that WhatsApp templates are known to take? Buttons and cards are numbered from 0 to 9. */
export function isWhatsAppParameter(key: string): boolean {
  return KEYS.test(key);
}

// One literal: what is put together at the start of a module stays in every bundle.
const KEYS =
  /^(carousel\[\d\])?(header\[\d+\](text|parameter_name|(image|video|document)\.(link|filename|provider\.name)|location\.(latitude|longitude|name|address))|body\[\d+\](text|parameter_name)|button\[\d\](quick_reply\[\d+\]payload|url\[\d+\]text|copy_code\[\d+\]coupon_code|flow\[\d+\]action\.[\w.]+))$/;
