const FILE = '(image|video|document)\\.(link|filename|provider\\.name)';
const PLACE = 'location\\.(latitude|longitude|name|address)';
const HEADER = `header\\[\\d+\\](text|parameter_name|${FILE}|${PLACE})`;
const BODY = 'body\\[\\d+\\](text|parameter_name)';
const BUTTON =
  'button\\[\\d\\](quick_reply\\[\\d+\\]payload|url\\[\\d+\\]text|copy_code\\[\\d+\\]coupon_code|flow\\[\\d+\\]action\\.[\\w.]+)';

/** Is it a key that WhatsApp templates are known to take? Buttons and cards are numbered from 0 to 9. */
export function isWhatsAppParameter(key: string): boolean {
  return new RegExp(`^(carousel\\[\\d\\])?(${HEADER}|${BODY}|${BUTTON})$`).test(key);
}
