import ClientRuntime

extension VideoRequest {
  /// How many lines of pixels a video has.
  public struct Resolution: OpenEnum {
    /// The resolution as it is written in request files.
    public var rawValue: String

    /// Any resolution.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// 480 lines.
    public static let p480 = Self(rawValue: "480p")
    /// 720 lines.
    public static let p720 = Self(rawValue: "720p")
    /// 1080 lines.
    public static let p1080 = Self(rawValue: "1080p")
    /// 2160 lines.
    public static let fourK = Self(rawValue: "4k")

    /// The resolutions that have a name here.
    public static let allKnown: [Self] = [p480, p720, p1080, fourK]
  }

  /// Width to height.
  public struct AspectRatio: OpenEnum {
    /// The ratio as it is written in request files.
    public var rawValue: String

    /// Any ratio.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// Wide.
    public static let ratio16x9 = Self(rawValue: "16:9")
    /// Tall.
    public static let ratio9x16 = Self(rawValue: "9:16")
    /// Square.
    public static let ratio1x1 = Self(rawValue: "1:1")
    /// A little wide.
    public static let ratio4x3 = Self(rawValue: "4:3")
    /// A little tall.
    public static let ratio3x4 = Self(rawValue: "3:4")
    /// Very wide.
    public static let ratio21x9 = Self(rawValue: "21:9")
    /// What the inputs have.
    public static let adaptive = Self(rawValue: "adaptive")

    /// The ratios that have a name here.
    public static let allKnown: [Self] = [
      ratio16x9, ratio9x16, ratio1x1, ratio4x3, ratio3x4, ratio21x9, adaptive,
    ]
  }

  /// Where the addresses of inputs are reachable from.
  public struct InputRegion: OpenEnum {
    /// The region as it is written in request files.
    public var rawValue: String

    /// Any region.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// Mainland China.
    public static let mainland = Self(rawValue: "Mainland")
    /// Outside mainland China.
    public static let oversea = Self(rawValue: "Oversea")
    /// The west of the United States.
    public static let overseaUSWest = Self(rawValue: "OverseaUSWest")

    /// The regions that have a name here.
    public static let allKnown: [Self] = [mainland, oversea, overseaUSWest]
  }

  /// What images are for.
  public struct ImageUsage: OpenEnum {
    /// The usage as it is written in request files.
    public var rawValue: String

    /// Any usage.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// Something to refer to: a subject, a scene, a style.
    public static let reference = Self(rawValue: "Reference")
    /// The beginning of the video.
    public static let firstFrame = Self(rawValue: "FirstFrame")
    /// The end of the video.
    public static let lastFrame = Self(rawValue: "LastFrame")

    /// The usages that have a name here.
    public static let allKnown: [Self] = [reference, firstFrame, lastFrame]
  }

  /// What videos are for.
  public struct VideoReferenceType: OpenEnum {
    /// The type as it is written in request files.
    public var rawValue: String

    /// Any type.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// Kling: movement or camera work to follow, or a shot to continue.
    public static let feature = Self(rawValue: "feature")
    /// Kling: the video to edit.
    public static let base = Self(rawValue: "base")
    /// Veo: things to show.
    public static let asset = Self(rawValue: "asset")
    /// Veo: a style to follow.
    public static let style = Self(rawValue: "style")

    /// The types that have a name here.
    public static let allKnown: [Self] = [feature, base, asset, style]
  }
}
