/** English, and the keys of all tables, by where they are shown. */
export const en = {
  // home
  'home.title': 'Join a call',
  'home.name': 'Your name',
  'home.name.example': 'e.g. Ada Lovelace',
  'home.room': 'Room',
  'home.room.example': 'e.g. standup',
  'home.join': 'Join',
  'home.preview': 'Camera preview',
  'home.promise': 'Sound and picture go from browser to browser and stay in your network.',
  'home.empty': 'Nobody is there yet.',
  'home.present': 'Already there: {names}.',
  'home.full': 'The room is full.',
  'home.names': ({ names }) => names.join(', '),
  'home.muted': 'Muted',
  'home.check': 'Check camera, sound and network',

  // a browser that is no good
  'unsupported.title': 'This browser cannot make video calls',
  'unsupported.remedy':
    'Open this page in a current Firefox, Chrome, Edge or Safari. If that is what this is, an extension or your company’s settings may have turned video calls off: ask your help desk.',
  'unsupported.lacking': 'What is missing: {lacking}.',

  // why joining failed
  'refused.room-full': 'The room is full.',
  'refused.closed': 'The server ended the connection ({code}).',
  'refused.other': 'The server did not let you in: {message}',

  // devices
  'media.mute': 'Mute',
  'media.unmute': 'Unmute',
  'media.camera.off': 'Turn camera off',
  'media.camera.on': 'Turn camera on',
  'media.audio': 'microphone',
  'media.video': 'camera',
  'media.both': 'camera and microphone',
  'media.either': 'camera or microphone',
  'media.insecure': 'Browsers give camera and microphone only to pages loaded by https, and this address is plain http.',
  'media.insecure.open': 'Open {address} instead.',
  'media.insecure.ask': 'Open the address that begins with {https} instead; whoever runs this server knows it.',
  'media.unsupported': 'This browser gives pages no camera and no microphone. Use a current Firefox, Chrome, Edge or Safari.',
  'media.denied': 'This page may not use your {devices}. Click the symbol to the left of the address, allow it, and try again.',
  'media.dismissed': 'The browser’s question about your {devices} was closed. Try again, and choose “Allow”.',
  'media.system':
    'Your computer does not let the browser use your {devices}. Allow it in the privacy settings of the system, and try again.',
  'media.policy':
    'A rule of your company, or of the page that this one is shown in, keeps it from using your {devices}. Ask your help desk.',
  'media.missing': 'No {devices} was found. Plug one in and try again.',
  'media.busy': 'Your {devices} could not be opened. Another program may be using it: close that and try again.',
  'media.reduced.both': 'You can see and hear the others, but they cannot see or hear you.',
  'media.reduced.video': 'The others can hear you, but not see you.',
  'media.reduced.audio': 'The others can see you, but not hear you.',
  'media.retry': 'Try again',
  'media.gone': '“{chosen}” is not plugged in, so “{used}” is used until it is back.',
  'media.refused': '“{chosen}” could not be opened, so “{used}” is used. Another program may be using it.',
  'devices.title': 'Devices',
  'devices.camera': 'Camera',
  'devices.microphone': 'Microphone',
  'devices.speaker': 'Speaker',
  'devices.unnamed': 'Device {number}',
  'devices.level': 'Microphone level',
  'devices.test': 'Play a test sound',
  'devices.test.failed': 'This speaker cannot be used. Choose another one.',
  'devices.turn-round': 'Switch to the other camera',
  'hint.muted': 'You are muted: the others cannot hear you.',
  'hint.microphone': 'Microphone in use: {device}',
  'hint.camera': 'Camera in use: {device}',

  // stage
  'stage.tiles': 'Pictures',
  'more.title': 'More',
  'view.grid': 'Show all alike',
  'view.speaker': 'Show who speaks large',
  'view.full-screen': 'Full screen',
  'view.window': 'Leave full screen',
  'stage.people': ({ count }) => (count === 1 ? 'person' : 'people'),
  'stage.reconnecting': 'Reconnecting…',
  'stage.connecting': 'Connecting…',
  'stage.alone': 'Nobody else is here yet. Send somebody the link.',
  'stage.controls': 'Call',
  'stage.copy': 'Copy link',
  'stage.copied': 'Link copied',
  'stage.copy.by-hand': 'Copy this link:',
  'stage.leave': 'Leave',
  'stage.came': '{name} came in',
  'stage.went': '{name} has left',
  'panel.close': 'Close',

  // tiles
  'tile.hand': 'Hand raised: ',
  'tile.pin': 'Pin {name}',
  'tile.unpin': 'Unpin {name}',
  'tile.your-picture': 'your picture',
  'tile.move': 'Move to the next corner',
  'tile.to-others': 'Put among the others',
  'tile.to-corner': 'Put in the corner',
  'tile.window': 'Picture of {name} in a window of its own',
  'tile.you': 'You',
  'tile.own-name': '{name} (you)',
  'tile.muted': 'Muted: ',
  'tile.connecting': 'Connecting…',
  'tile.weak': 'The connection is weak…',
  'tile.reconnecting': 'Reconnecting…',

  // screen sharing
  'screen.share': 'Share screen',
  'screen.stop': 'Stop sharing',
  'screen.of': "{name}'s screen",
  'screen.yours': 'Your screen',
  'screen.sharing': 'You are sharing your screen',
  'screen.stop.short': 'Stop',
  'screen.stop.long': 'Stop sharing your screen',
  'screen.began': '{name} is sharing a screen',
  'screen.ended': '{name} has stopped sharing',
  'screen.forbidden':
    'This computer does not let the browser share the screen. Allow screen recording for the browser in the settings of the computer, and try again.',
  'screen.failed': 'The screen could not be shared. Try again, or choose another window.',

  // chat

  // files

  // hands and reactions
  'hand.raise': 'Raise hand',
  'hand.lower': 'Lower hand',
  'hand.raised': '{name} has raised a hand',
  'reactions.react': 'React',
  'reactions.shown': '{name}: {reaction}',
  'reactions.thumbs-up': 'Thumbs up',
  'reactions.heart': 'Heart',
  'reactions.laughter': 'Laughter',
  'reactions.surprise': 'Surprise',
  'reactions.applause': 'Applause',
  'reactions.celebration': 'Celebration',

  // people
  'people.title': 'People',
  'people.invite': 'Copy link to invite',
  'people.hand': 'Hand raised',
  'people.screen': 'Sharing the screen',
  'people.muted': 'Muted',
  'people.unmuted': 'Microphone on',
  'people.camera': 'Camera on',
  'people.no-camera': 'Camera off',

  // quality
  'quality.low': 'Low bandwidth',
  'quality.low.hint': 'Small pictures in both directions, for a slow or costly network. Everybody is still heard.',

  // recording

  // settings
  'settings.shortcuts': 'Keyboard shortcuts',
  'settings.title': 'Settings',
  'settings.language': 'Language',

  // shortcuts
  'keys.title': 'Keyboard shortcuts',
  'keys.space': 'Space',
  'keys.microphone': 'Mute or unmute',
  'keys.talk': 'Hold to talk while muted',
  'keys.camera': 'Turn the camera on or off',
  'keys.screen': 'Share the screen, or stop',
  'keys.hand': 'Raise or lower your hand',
  'keys.chat': 'Chat',
  'keys.people': 'People',
  'keys.view': 'All alike, or who speaks large',
  'keys.full-screen': 'Full screen',
  'keys.help': 'This list',

  // call check
};
