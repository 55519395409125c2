/** Chinese (simplified). */
export const zh = {
  // home
  'home.title': '加入通话',
  'home.name': '您的名字',
  'home.name.example': '例如：李明',
  'home.room': '房间',
  'home.room.example': '例如：早会',
  'home.join': '加入',
  'home.preview': '摄像头预览',
  'home.promise': '声音和画面在浏览器之间直接传输，不会离开您的网络。',
  'home.empty': '还没有人在房间里。',
  'home.present': '已在房间里：{names}。',
  'home.full': '房间已满。',
  'home.names': ({ names }) => names.join('、'),

  // why joining failed
  'refused.room-full': '房间已满。',
  'refused.closed': '服务器结束了连接（{code}）。',
  'refused.other': '服务器没有让您进入：{message}',

  // devices
  'media.mute': '静音',
  'media.unmute': '取消静音',
  'media.camera.off': '关闭摄像头',
  'media.camera.on': '打开摄像头',
  'media.audio': '麦克风',
  'media.video': '摄像头',
  'media.both': '摄像头和麦克风',
  'media.either': '摄像头或麦克风',
  'media.insecure': '浏览器只允许通过 https 打开的页面使用摄像头和麦克风，而当前地址是普通的 http。',
  'media.insecure.open': '请改为打开 {address}。',
  'media.insecure.ask': '请改为打开以 {https} 开头的地址；这台服务器的管理员知道该地址。',
  'media.denied': '此页面无权使用您的{devices}。请点击地址栏左侧的图标，允许使用，然后重试。',
  'media.missing': '没有找到{devices}。请连接设备后重试。',
  'media.busy': '无法打开您的{devices}。可能有其他程序正在使用它：请关闭该程序后重试。',
  'media.reduced.both': '您能看到和听到其他人，但他们看不到也听不到您。',
  'media.reduced.video': '其他人能听到您，但看不到您。',
  'media.reduced.audio': '其他人能看到您，但听不到您。',
  'media.retry': '重试',

  // stage
  'stage.people': '人',
  'stage.reconnecting': '正在重新连接…',
  'stage.connecting': '正在连接…',
  'stage.alone': '还没有其他人。把链接发给别人吧。',
  'stage.controls': '通话',
  'stage.copy': '复制链接',
  'stage.copied': '链接已复制',
  'stage.copy.by-hand': '请复制此链接：',
  'stage.leave': '离开',
  'stage.came': '{name} 进来了',
  'stage.went': '{name} 离开了',
  'panel.close': '关闭',

  // tiles
  'tile.you': '您',
  'tile.own-name': '{name}（您）',
  'tile.muted': '已静音：',
  'tile.connecting': '正在连接…',
  'tile.weak': '连接不稳定…',
  'tile.reconnecting': '正在重新连接…',

  // screen sharing

  // chat

  // files

  // hands and reactions

  // people

  // quality

  // recording

  // settings
  'settings.title': '设置',
  'settings.language': '语言',

  // shortcuts

  // call check
};
