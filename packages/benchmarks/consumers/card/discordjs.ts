import { ActionRowBuilder, ButtonBuilder, EmbedBuilder } from '@discordjs/builders';

const embed = new EmbedBuilder().setTitle('Order 17').setDescription('On its way.').setImage('https://example.com/order-17.jpg');
const row = new ActionRowBuilder<ButtonBuilder>().addComponents(
  new ButtonBuilder().setStyle(1).setLabel('Track').setCustomId('track-17'),
  new ButtonBuilder().setStyle(1).setLabel('Cancel').setCustomId('cancel-17'),
);
const message = { embeds: [embed.toJSON()], components: [row.toJSON()] };
console.log(message);
