import twilio from 'twilio';

const { sid } = await twilio('AC0', 'auth-token').messages.create({ to: '+46700000000', from: '+46700000001', body: 'Hello' });
console.log(sid);
