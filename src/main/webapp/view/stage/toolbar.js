import { t } from '../../i18n/i18n.js';
import { html, nothing } from '../../lib/lit-html.js';
import { hasFullScreen, toggleFullScreen } from './full-screen.js';
import { showKeys } from './keys.js';
import { item, menu } from '../parts/menu.js';
import { reactions } from './reactions.js';
import { recordingItem } from '../recording/recording.js';
import { shareItem, shareTool } from './screens.js';
import { shortcut } from './shortcuts.js';
import { toggle } from './toggles.js';
import { tool } from '../parts/tool.js';

/** What one does in a call. What is `secondary` is in the menu "More" on a narrow screen. */
export function toolbar(model, actions) {
  const { media, screen, call } = model;
  return html`<nav class="controls" aria-label=${t('stage.controls')}>
    ${toggle('audio', media, shortcut('m'))} ${toggle('video', media, shortcut('v'))} ${shareTool(screen)}
    ${tool(hand(call))}
    ${tool({ label: t('reactions.react'), symbol: 'smile-plus', menu: 'reactions', look: 'secondary' })}
    ${chatTool(model, actions)}
    ${opener('people', 'users', 'secondary', model, actions, shortcut('p'))}
    ${opener('settings', 'settings', 'secondary', model, actions)}
    ${tool({ label: t('more.title'), symbol: 'ellipsis', menu: 'more' })}
    ${tool({ label: t('stage.leave'), symbol: 'phone-off', look: 'leave', click: actions.leave })}
    ${reactions(model)} ${menu('more', t('more.title'), more(model, actions))}
  </nav>`;
}

/** A tool that opens a panel, or closes it. */
function opener(panel, symbol, look, model, actions, key) {
  return tool({
    label: t(`${panel}.title`),
    symbol,
    look,
    key,
    expanded: model.panel === panel,
    click: () => actions.togglePanel(panel),
  });
}

function chatTool({ panel, chat, files }, actions) {
  const unread = chat.unread + files.unread;
  return tool({
    label: t('chat.title'),
    symbol: 'message-square',
    key: shortcut('c'),
    expanded: panel === 'chat',
    badge: unread,
    description: unread > 0 ? t('chat.unread', { count: unread }) : undefined,
    click: () => actions.togglePanel('chat'),
  });
}

function hand(call) {
  return {
    label: t(call.hand ? 'hand.lower' : 'hand.raise'),
    symbol: 'hand',
    key: shortcut('h'),
    look: call.hand ? 'active' : '',
    click: () => call.raise(!call.hand),
  };
}

function more({ arrangement, screen, recording }, actions) {
  const narrow = (panel, symbol) =>
    item({ label: t(`${panel}.title`), symbol, look: 'narrow', click: () => actions.openPanel(panel) });
  return html`
    ${shareItem(screen)}
    ${item({ label: t('reactions.react'), symbol: 'smile-plus', look: 'narrow', click: () => document.getElementById('reactions').showPopover() })}
    ${item({ label: t('quality.title'), symbol: 'gauge', click: () => actions.openPanel('quality') })}
    ${narrow('people', 'users')} ${narrow('settings', 'settings')}
    ${item({
      label: t(arrangement.speakerView ? 'view.grid' : 'view.speaker'),
      symbol: arrangement.speakerView ? 'layout-grid' : 'presentation',
      click: () => arrangement.toggleSpeakerView(),
    })}
    ${hasFullScreen()
      ? item({ label: t(document.fullscreenElement ? 'view.window' : 'view.full-screen'), symbol: 'maximize', click: toggleFullScreen })
      : nothing}
    ${recordingItem(recording)}
    ${item({ label: t('stage.copy'), symbol: 'link', look: 'narrow', click: actions.copyLink })}
    ${item({ label: t('keys.title'), symbol: 'keyboard', click: showKeys })}`;
}
