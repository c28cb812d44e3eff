import ClientRuntime

/// A model that makes videos, by the name OmniRouters gives it or by a vendor's own name.
public struct VideoModel: OpenEnum {
  /// The name as it is written in request files.
  public var rawValue: String

  /// A model of any name.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// Kling 3.0 Omni: text, images, elements and videos, up to 15 seconds, with sound.
  public static let kling3Omni = Self(rawValue: "Kling-3.0-omni")
  /// Kling 3.0: text and images, up to 15 seconds, with sound.
  public static let kling3 = Self(rawValue: "Kling-3.0")
  /// Kling O1: text, images, elements and videos, up to 10 seconds.
  public static let klingO1 = Self(rawValue: "Kling-o1")
  /// Vidu Q2.
  public static let viduQ2 = Self(rawValue: "Vidu-q2")
  /// Vidu Q2 Pro, which also follows videos.
  public static let viduQ2Pro = Self(rawValue: "Vidu-q2-pro")
  /// Vidu Q3 Mix, with sound and named subjects.
  public static let viduQ3Mix = Self(rawValue: "Vidu-q3-mix")
  /// Veo 3.1.
  public static let veo31 = Self(rawValue: "Veo-3.1")
  /// Seedance 2.0.
  public static let seedance2 = Self(rawValue: "doubao-seedance-2-0-260128")
  /// Seedance 2.0 Fast.
  public static let seedance2Fast = Self(rawValue: "doubao-seedance-2-0-fast-260128")
  /// Hunyuan's world roaming, from text alone.
  public static let hunyuanScene2 = Self(rawValue: "Hunyuan-3d-scene-2.0")

  /// The models that have a name here.
  public static let allKnown: [Self] = [
    kling3Omni, kling3, klingO1, viduQ2, viduQ2Pro, viduQ3Mix, veo31, seedance2, seedance2Fast,
    hunyuanScene2,
  ]
}
