import Foundation

/// Something that goes wrong, on command.
public struct Misbehaviour: Codable, Hashable, Sendable {
  /// What goes wrong.
  public enum Kind: String, Codable, CaseIterable, Sendable {
    /// The request is worked on, and the answer comes `seconds` later.
    case delay
    /// The connection is reset before anything is done.
    case dropBefore = "drop-before"
    /// The request is worked on and the connection reset without an answer.
    case dropAfter = "drop-after"
    /// The answer ends in its middle.
    case truncate
    /// A page of a proxy's instead of the vendor's answer, 502; the request is worked on if `accepts`.
    case badGateway = "html-502"
    /// An error of the vendor's: `code` as the vendor numbers it, `status` where it does not say.
    case refuse
    /// An answer without a body, 429 if `status` does not say another; the request is not worked on.
    case empty
    /// The key is refused.
    case unauthorized = "unauthorized"
    /// The task is not known yet, as when a gateway answers before it has stored it.
    case hideTask = "hide-task"
    /// The task has the status `word`.
    case unknownStatus = "unknown-status"
    /// The task has succeeded and yet has no address.
    case withoutURL = "without-url"
    /// The address of the result is good no more.
    case forbiddenURL = "forbidden-url"
    /// The download stops in its middle, after `bytes` if given.
    case cutDownload = "cut-download"
    /// The download is shorter than it says, by `bytes` or 1000.
    case wrongLength = "wrong-length"
  }

  /// What is asked for.
  public enum Route: String, Codable, CaseIterable, Sendable {
    case create, query, list, content, file
  }

  /// What goes wrong.
  public var kind: Kind
  /// With whom; with all when `nil`.
  public var vendor: SandboxVendor?
  /// With what; where it makes sense for the kind when `nil`.
  public var route: Route?
  /// How often.
  public var times = 1
  /// How many requests pass before.
  public var skip = 0
  /// How long a delay is.
  public var seconds = 1.0
  /// The HTTP status of a refusal.
  public var status: Int?
  /// The vendor's code of a refusal.
  public var code: Int?
  /// An unknown status, or what a refusal says.
  public var word: String?
  /// Whether a request that is answered with a proxy's page is worked on.
  public var accepts = false
  /// Where a download is cut, or by how much it is too short.
  public var bytes: Int?

  /// Describes what goes wrong once.
  public init(_ kind: Kind, vendor: SandboxVendor? = nil, on route: Route? = nil, times: Int = 1) {
    (self.kind, self.vendor, self.route, self.times) = (kind, vendor, route, times)
  }

  /// Reads a rule; only `kind` is required.
  public init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: CodingKeys.self)
    kind = try fields.decode(Kind.self, forKey: .kind)
    vendor = try fields.decodeIfPresent(SandboxVendor.self, forKey: .vendor)
    route = try fields.decodeIfPresent(Route.self, forKey: .route)
    times = try fields.decodeIfPresent(Int.self, forKey: .times) ?? times
    skip = try fields.decodeIfPresent(Int.self, forKey: .skip) ?? skip
    seconds = try fields.decodeIfPresent(Double.self, forKey: .seconds) ?? seconds
    status = try fields.decodeIfPresent(Int.self, forKey: .status)
    code = try fields.decodeIfPresent(Int.self, forKey: .code)
    word = try fields.decodeIfPresent(String.self, forKey: .word)
    accepts = try fields.decodeIfPresent(Bool.self, forKey: .accepts) ?? accepts
    bytes = try fields.decodeIfPresent(Int.self, forKey: .bytes)
  }
}

extension Misbehaviour {
  /// Where the kind makes sense.
  private var routes: [Route] {
    if let route { return [route] }
    return switch kind {
    case .delay, .dropBefore, .dropAfter, .truncate, .badGateway, .refuse, .empty: [.create]
    case .unauthorized: [.create, .query, .list, .content]
    case .hideTask, .unknownStatus, .withoutURL: [.query]
    case .forbiddenURL: [.file]
    case .cutDownload, .wrongLength: [.file, .content]
    }
  }

  func fits(_ vendor: SandboxVendor?, _ route: Route) -> Bool {
    (self.vendor == nil || self.vendor == vendor) && routes.contains(route)
  }
}
