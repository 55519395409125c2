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
  'home.muted': '已静音',
  'home.check': '检查摄像头、声音和网络',

  // a browser that is no good
  'unsupported.title': '此浏览器无法进行视频通话',
  'unsupported.remedy':
    '请使用新版 Firefox、Chrome、Edge 或 Safari 打开此页面。如果您已在使用这些浏览器，可能是某个扩展程序或公司的设置禁用了视频通话：请联系技术支持。',
  'unsupported.lacking': '缺少：{lacking}。',

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
  'media.unsupported': '此浏览器不向网页提供摄像头和麦克风。请使用新版 Firefox、Chrome、Edge 或 Safari。',
  'media.denied': '此页面无权使用您的{devices}。请点击地址栏左侧的图标，允许使用，然后重试。',
  'media.dismissed': '浏览器询问是否允许使用您的{devices}时，询问窗口被关闭了。请重试并选择“允许”。',
  'media.system': '您的电脑不允许浏览器使用您的{devices}。请在系统的隐私设置中允许，然后重试。',
  'media.policy': '公司的规定或嵌入此页面的网页不允许使用您的{devices}。请联系技术支持。',
  'media.missing': '没有找到{devices}。请连接设备后重试。',
  'media.busy': '无法打开您的{devices}。可能有其他程序正在使用它：请关闭该程序后重试。',
  'media.reduced.both': '您能看到和听到其他人，但他们看不到也听不到您。',
  'media.reduced.video': '其他人能听到您，但看不到您。',
  'media.reduced.audio': '其他人能看到您，但听不到您。',
  'media.retry': '重试',
  'media.gone': '“{chosen}”未连接，暂时使用“{used}”，重新连接后会自动切换回来。',
  'media.refused': '无法打开“{chosen}”，已改用“{used}”。可能有其他程序正在使用它。',
  'devices.title': '设备',
  'devices.camera': '摄像头',
  'devices.microphone': '麦克风',
  'devices.speaker': '扬声器',
  'devices.unnamed': '设备 {number}',
  'devices.level': '麦克风音量',
  'devices.test': '播放测试音',
  'devices.test.failed': '无法使用此扬声器。请选择其他扬声器。',
  'devices.turn-round': '切换前后摄像头',
  'hint.muted': '您已静音：其他人听不到您。',
  'hint.microphone': '正在使用的麦克风：{device}',
  'hint.camera': '正在使用的摄像头：{device}',

  // stage
  'stage.tiles': '画面',
  'more.title': '更多',
  'view.grid': '平铺所有人',
  'view.speaker': '放大发言者',
  'view.full-screen': '全屏',
  'view.window': '退出全屏',
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
  'tile.hand': '已举手：',
  'tile.pin': '固定{name}',
  'tile.unpin': '取消固定{name}',
  'tile.your-picture': '您的画面',
  'tile.move': '移到下一个角落',
  'tile.to-others': '与其他人并排显示',
  'tile.to-corner': '放到角落',
  'tile.window': '在独立窗口中显示{name}的画面',
  'tile.you': '您',
  'tile.own-name': '{name}（您）',
  'tile.muted': '已静音：',
  'tile.connecting': '正在连接…',
  'tile.weak': '连接不稳定…',
  'tile.reconnecting': '正在重新连接…',

  // screen sharing
  'screen.share': '共享屏幕',
  'screen.stop': '停止共享',
  'screen.of': '{name}的屏幕',
  'screen.yours': '您的屏幕',
  'screen.sharing': '您正在共享屏幕',
  'screen.stop.short': '停止',
  'screen.stop.long': '停止共享您的屏幕',
  'screen.began': '{name}正在共享屏幕',
  'screen.ended': '{name}已停止共享',
  'screen.forbidden': '这台电脑不允许浏览器共享屏幕。请在电脑的系统设置中允许浏览器录制屏幕，然后重试。',
  'screen.failed': '无法共享屏幕。请重试，或选择其他窗口。',

  // chat

  // files

  // hands and reactions
  'hand.raise': '举手',
  'hand.lower': '放下手',
  'hand.raised': '{name} 举手了',
  'reactions.react': '表情回应',
  'reactions.shown': '{name}：{reaction}',
  'reactions.thumbs-up': '赞',
  'reactions.heart': '爱心',
  'reactions.laughter': '大笑',
  'reactions.surprise': '惊讶',
  'reactions.applause': '鼓掌',
  'reactions.celebration': '庆祝',

  // people
  'people.title': '参与者',
  'people.invite': '复制邀请链接',
  'people.hand': '已举手',
  'people.screen': '正在共享屏幕',
  'people.muted': '已静音',
  'people.unmuted': '麦克风已打开',
  'people.camera': '摄像头已打开',
  'people.no-camera': '摄像头已关闭',

  // quality
  'quality.low': '省流量模式',
  'quality.low.hint': '收发的画面都变小，适合较慢或按流量计费的网络。声音不受影响。',

  // recording

  // settings
  'settings.shortcuts': '键盘快捷键',
  'settings.title': '设置',
  'settings.language': '语言',

  // shortcuts
  'keys.title': '键盘快捷键',
  'keys.space': '空格',
  'keys.microphone': '静音或取消静音',
  'keys.talk': '静音时按住说话',
  'keys.camera': '打开或关闭摄像头',
  'keys.screen': '共享屏幕或停止共享',
  'keys.hand': '举手或放下手',
  'keys.chat': '聊天',
  'keys.people': '参与者',
  'keys.view': '平铺所有人，或放大发言者',
  'keys.full-screen': '全屏',
  'keys.help': '显示此列表',

  // call check
};
