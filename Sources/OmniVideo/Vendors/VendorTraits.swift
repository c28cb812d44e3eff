import ClientRuntime
import Foundation

/// How one vendor's tasks behave, apart from the calls.
struct VendorTraits: Sendable {
  /// Whether a task can be found by the id that the caller gave it.
  enum Lookup: Sendable {
    /// It can.
    case sure
    /// Some relays can; not to be found says nothing.
    case perhaps
    case none
  }

  var rules: CreateRules
  /// How often it is worth asking.
  var pace: Duration
  var lookup = Lookup.none
  /// Whether the vendor itself serves the video at `/v1/videos/{id}/content`.
  var servesContent = false

  /// Where the vendor itself serves the video of a task.
  func contentURL(_ handle: VideoHandle) -> String? {
    guard servesContent else { return nil }
    let unreserved = CharacterSet(charactersIn: "-_~").union(.alphanumerics)
    let id = handle.taskID.addingPercentEncoding(withAllowedCharacters: unreserved)
    return id.map { "\(handle.baseURL)/v1/videos/\($0)/content" }
  }

  /// How long a video is kept, where that is documented.
  func retention(_ handle: VideoHandle) -> TimeInterval? {
    let model = handle.model?.lowercased() ?? ""
    if handle.provider == .kling { return 30 * 86_400 }
    if model.contains("seedance") { return 86_400 }
    if model.hasPrefix("veo") { return 2 * 86_400 }
    return nil
  }

  static let kling = VendorTraits(rules: .kling, pace: .seconds(10), lookup: .sure)
  static let chainHub = VendorTraits(rules: .klingRelay, pace: .seconds(15), lookup: .perhaps)
  static let orcaRouter = VendorTraits(rules: .newAPI, pace: .seconds(15))
  static let gateway = VendorTraits(rules: .newAPI, pace: .seconds(15), servesContent: true)
}
