import { ActionRowBuilder, ButtonBuilder, EmbedBuilder } from '@discordjs/builders';

const PRIMARY = 1;

/** A card of Discord: an embed and a row of buttons, checked when they are converted. */
export function buildCard(order: number): object {
  const embed = new EmbedBuilder().setTitle(`Order ${order}`).setDescription('On its way.').setImage('https://example.com/order-17.jpg');
  const row = new ActionRowBuilder<ButtonBuilder>().addComponents(
    new ButtonBuilder().setStyle(PRIMARY).setLabel('Track').setCustomId('track-17'),
    new ButtonBuilder().setStyle(PRIMARY).setLabel('Cancel').setCustomId('cancel-17'),
  );
  return { embeds: [embed.toJSON()], components: [row.toJSON()] };
}
