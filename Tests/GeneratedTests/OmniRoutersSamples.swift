import OmniRoutersClient

private let documents = "https://ark-project.tos-cn-beijing.volces.com"
private let firstFrame = documents + "/doc_image/seepro_first_frame.jpeg"
private let reference = documents + "/doc_image/seelite_ref_2.png"

/// The requests of the unified page, in its order.
let omniRoutersSamples: [Sample] = frameSamples + viduSamples + klingModelSamples + otherSamples

private let frameSamples: [Sample] = [
  Sample(
    "seed000/01-text-to-video",
    OmniRouters.VideoRequest(
      model: .kling3Omni,
      prompt: "一个女孩在海边回头微笑",
      resolution: .p1080,
      seconds: "5",
      aspectRatio: .ratio16x9)),
  Sample(
    "seed000/02-image-to-video",
    OmniRouters.VideoRequest(
      model: .kling3Omni,
      prompt: "一个女孩在海边回头微笑",
      resolution: .p1080,
      seconds: "5",
      images: [firstFrame, reference])),
  Sample(
    "seed000/03-audio-video-co-generation",
    OmniRouters.VideoRequest(
      model: .kling3Omni,
      prompt: "女孩抱着小狗跳舞",
      resolution: .p1080,
      seconds: "5",
      aspectRatio: .ratio16x9,
      images: [firstFrame, reference],
      inputRegion: .mainland,
      audioGeneration: .enabled)),
  Sample(
    "seed000/04-first-last-frame-video",
    OmniRouters.VideoRequest(
      model: .kling3Omni,
      prompt: "一个女孩在海边回头微笑,镜头缓慢推进",
      resolution: .p1080,
      seconds: "5",
      firstFrame: "https://example.com/first.jpg",
      lastFrame: "https://example.com/last.jpg")),
]

private let viduSamples: [Sample] = [
  Sample(
    "seed000/05-vidu-background-music",
    OmniRouters.VideoRequest(
      model: .viduQ2,
      prompt: "一个女孩在海边回头微笑",
      resolution: .p1080,
      seconds: "5",
      aspectRatio: .ratio16x9,
      enableBGM: .enabled)),
  Sample(
    "seed000/06-vidu-subject-creation-and-voice-mapping",
    OmniRouters.VideoRequest(
      model: .viduQ2,
      prompt: "让 @girl 抱起 @dog 转一圈,说狗狗真可爱!",
      resolution: .p1080,
      seconds: "5",
      aspectRatio: .ratio16x9,
      images: [firstFrame, reference],
      metadata: .init(
        viduQ2ObjectIDs: ["girl", "dog"],
        viduQ2VoiceMap: ["girl": "female-shaonv"],
        outputConfig: .init(audioGeneration: .enabled)))),
  Sample(
    "seed000/07-vidu-video-reference",
    OmniRouters.VideoRequest(
      model: .viduQ2Pro,
      prompt: "参考视频的动作和镜头语言生成新视频",
      resolution: .p1080,
      seconds: "5",
      aspectRatio: .ratio16x9,
      videos: ["https://example.com/ref-video.mp4"])),
  Sample(
    "seed000/08-vidu-image-video-mixed-reference",
    OmniRouters.VideoRequest(
      model: .viduQ2Pro,
      prompt: "参考视频动作,参考图片主体形象,生成一个新视频",
      resolution: .p1080,
      seconds: "5",
      aspectRatio: .ratio16x9,
      images: ["https://example.com/ref-image.jpg"],
      videos: ["https://example.com/ref-video.mp4"],
      keepOriginalSound: .disabled)),
  Sample(
    "seed000/09-vidu-q3-mix-reference-subject-control",
    OmniRouters.VideoRequest(
      model: .viduQ3Mix,
      prompt: "参考图片生成视频",
      resolution: .p1080,
      seconds: "5",
      aspectRatio: .ratio9x16,
      images: ["https://example.com/a.png"],
      audioGeneration: .enabled,
      subjectInfos: [
        .init(id: "s1", name: "subject", imageURLs: ["https://example.com/s.jpg"])
      ])),
]

private let klingModelSamples: [Sample] = [
  Sample(
    "seed000/10-kling-smart-storyboard",
    OmniRouters.VideoRequest(
      model: .kling3Omni,
      prompt: "女孩抱着小狗跳舞,镜头自然切换,主体一致性优先",
      resolution: .p1080,
      seconds: "5",
      images: [firstFrame],
      metadata: .init(
        aspectRatio: .ratio16x9,
        sceneType: .templateEffect,
        extInfo: .init(
          additionalParameters: .init(multiShot: true, shotType: .intelligence))))),
  Sample(
    "seed000/11-kling-custom-storyboard",
    OmniRouters.VideoRequest(
      model: .kling3Omni,
      prompt: "女孩抱着小狗跳舞",
      resolution: .p1080,
      seconds: "5",
      images: [firstFrame],
      metadata: .init(
        aspectRatio: .ratio16x9,
        sceneType: .templateEffect,
        extInfo: .init(
          additionalParameters: .init(
            multiShot: true,
            shotType: .customize,
            multiPrompt: [
              .init(index: 1, prompt: "女孩抱着小狗在公园转圈起舞,近景,柔和阳光", duration: 2),
              .init(index: 2, prompt: "镜头拉远,女孩和小狗继续舞动,背景树影摇曳", duration: 3),
            ]))))),
  Sample(
    "seed000/12-kling-subject-consistency",
    OmniRouters.VideoRequest(
      model: .kling3Omni,
      prompt: "女孩抱着小狗跳舞,主体一致性优先",
      resolution: .p1080,
      seconds: "5",
      images: [firstFrame],
      metadata: .init(
        aspectRatio: .ratio16x9,
        sceneType: .templateEffect,
        extInfo: .init(additionalParameters: .init(elementList: [.init(elementID: 12345)]))))),
  Sample(
    "seed000/13-kling-video-reference-generation",
    OmniRouters.VideoRequest(
      model: .kling3Omni,
      prompt: "参考 <<<video_1>>> 的动作和镜头节奏,生成一个新视频",
      resolution: .p1080,
      seconds: "5",
      aspectRatio: .ratio16x9,
      videos: ["https://example.com/ref-video.mp4"],
      videoReferenceType: .feature)),
  Sample(
    "seed000/14-kling-video-editing",
    OmniRouters.VideoRequest(
      model: .klingO1,
      prompt: "基于 <<<video_1>>> 进行编辑,让人物服装更换为现代风格",
      resolution: .p1080,
      seconds: "5",
      aspectRatio: .ratio16x9,
      videos: ["https://example.com/source-video.mp4"],
      keepOriginalSound: .enabled,
      videoReferenceType: .base)),
  Sample(
    "seed000/15-kling-image-video-mixed-reference",
    OmniRouters.VideoRequest(
      model: .kling3Omni,
      prompt: "参考 <<<image_1>>> 的人物形象,结合 <<<video_1>>> 的动作和镜头节奏,生成一个新视频",
      resolution: .p1080,
      seconds: "5",
      aspectRatio: .ratio16x9,
      images: ["https://example.com/ref-image.jpg"],
      videos: ["https://example.com/ref-video.mp4"],
      videoReferenceType: .feature)),
  Sample(
    "seed000/16-kling-subject-reference",
    OmniRouters.VideoRequest(
      model: .kling3,
      prompt: "让 <<<girl1>>> 抱着小狗在客厅里跳舞,镜头缓慢推进,真实电影感",
      resolution: .p1080,
      seconds: "8",
      aspectRatio: .ratio16x9,
      images: ["https://example.com/reference-scene.png"],
      audioGeneration: .enabled,
      subjectInfos: [
        .init(
          id: "girl1",
          name: "女孩",
          imageURLs: [
            "https://example.com/girl-subject-1.png", "https://example.com/girl-subject-2.png",
          ])
      ],
      imageUsage: .reference)),
]

private let otherSamples: [Sample] = [
  Sample(
    "seed000/17-veo-video-asset-reference",
    OmniRouters.VideoRequest(
      model: .veo31,
      prompt: "参考视频素材生成一个新视频",
      resolution: .p1080,
      seconds: "8",
      aspectRatio: .ratio16x9,
      videos: ["https://example.com/ref-video.mp4"],
      videoReferenceType: .asset)),
  Sample(
    "seed000/18-veo-video-style-reference",
    OmniRouters.VideoRequest(
      model: .veo31,
      prompt: "参考视频风格生成一个新视频",
      resolution: .p1080,
      seconds: "8",
      aspectRatio: .ratio16x9,
      videos: ["https://example.com/style-video.mp4"],
      videoReferenceType: .style)),
  Sample(
    "seed000/19-seedance-2-0-all-in-one-multi-parameter-example",
    OmniRouters.VideoRequest(
      model: .doubaoSeedance2,
      prompt: """
        全程使用视频1的第一视角构图,全程使用音频1作为背景音乐。第一人称视角果茶宣传广告,\
        seedance牌「苹苹安安」苹果果茶限定款;首帧为图片1,你的手摘下一颗带晨露的阿克苏红苹果,\
        轻脆的苹果碰撞声;2-4 秒:快速切镜,你的手将苹果块投入雪克杯,加入冰块与茶底,用力摇晃,\
        冰块碰撞声与摇晃声卡点轻快鼓点,背景音:「鲜切现摇」;4-6 秒:第一人称成品特写,\
        分层果茶倒入透明杯,你的手轻挤奶盖在顶部铺展,在杯身贴上粉红包标,镜头拉近看奶盖与果茶的分层纹理;\
        6-8 秒:第一人称手持举杯,你将图片2中的果茶举到镜头前(模拟递到观众面前的视角),杯身标签清晰可见,\
        背景音「来一口鲜爽」,尾帧定格为图片2。背景声音统一为女生音色。
        """,
      seconds: "11",
      metadata: .init(
        resolution: .p720,
        content: [
          .init(
            type: .imageURL, imageURL: .init(url: documents + "/doc_image/r2v_tea_pic1.jpg"),
            role: .referenceImage),
          .init(
            type: .imageURL, imageURL: .init(url: documents + "/doc_image/r2v_tea_pic2.jpg"),
            role: .referenceImage),
          .init(
            type: .videoURL, videoURL: .init(url: documents + "/doc_video/r2v_tea_video1.mp4"),
            role: .referenceVideo),
          .init(
            type: .audioURL, audioURL: .init(url: documents + "/doc_audio/r2v_tea_audio1.mp3"),
            role: .referenceAudio),
        ],
        ratio: .ratio16x9,
        generateAudio: true,
        watermark: false))),
  Sample(
    "seed000/20-hunyuan-world-scene-roaming-2-0",
    OmniRouters.VideoRequest(
      model: .hunyuan3DScene2,
      prompt: "一个未来感展厅的3D场景,金属材质,柔和灯光")),
]
