import Foundation
import OmniVideo

/// Makes providers from the command line and the keys of the environment.
struct Keys: Sendable {
  var environment: [String: String] = ProcessInfo.processInfo.environment

  /// The vendor with the caller's key.
  func provider(
    _ id: ProviderID, _ arguments: Arguments, baseURL known: String? = nil
  ) throws(UsageError) -> VideoProvider {
    var baseURL = known
    if baseURL == nil { baseURL = try address(id, arguments) }
    let region = arguments.value("region").flatMap(VideoProvider.KlingRegion.init) ?? .singapore
    switch id {
    case .kling:
      if let access = key("KLING_ACCESS_KEY"), let secret = key("KLING_SECRET_KEY") {
        return .kling(accessKey: access, secretKey: secret, region: region, baseURL: baseURL)
      }
      guard let plain = key("KLING_API_KEY") else {
        for (one, other) in [
          ("KLING_ACCESS_KEY", "KLING_SECRET_KEY"), ("KLING_SECRET_KEY", "KLING_ACCESS_KEY"),
        ] where key(one) != nil {
          throw .surroundings("there is \(one) and no \(other)", help: "set both, or KLING_API_KEY")
        }
        throw missing(id)
      }
      return .kling(apiKey: plain, region: region, baseURL: baseURL)
    case .chainhub: return .chainHub(apiKey: try required(id), baseURL: baseURL)
    case .omnirouters:
      return .omniRouters(apiKey: try required(id), baseURL: baseURL)
    case .orcarouter:
      return .orcaRouter(apiKey: try required(id), baseURL: baseURL)
    case .newapi:
      guard let baseURL else {
        throw UsageError(
          "a New API gateway has no usual address", help: "say where it is: --base-url URL")
      }
      return .newAPI(baseURL: baseURL, apiKey: try required(id))
    }
  }

  private func address(
    _ id: ProviderID, _ arguments: Arguments
  ) throws(UsageError) -> String? {
    if arguments.isSet("region"), id != .kling {
      throw UsageError("'--region' is for kling alone", help: "\(id) has no regions")
    }
    guard let text = arguments.value("base-url") else { return nil }
    let scheme = text.lowercased().split(separator: ":", maxSplits: 1).first
    guard scheme == "https" || scheme == "http", URL(string: text)?.host() != nil else {
      throw UsageError(
        "'--base-url' must be an address such as https://example.com, not '\(text)'")
    }
    return text
  }

  private func required(_ id: ProviderID) throws(UsageError) -> String {
    guard let value = key(Self.names(id)) else { throw missing(id) }
    return value
  }

  /// What holds a vendor's key.
  static func names(_ id: ProviderID) -> String {
    switch id {
    case .kling: "KLING_ACCESS_KEY and KLING_SECRET_KEY, or KLING_API_KEY"
    case .chainhub: "CHAINHUB_API_KEY"
    case .omnirouters: "OMNIROUTERS_API_KEY"
    case .orcarouter: "ORCAROUTER_API_KEY"
    case .newapi: "NEWAPI_API_KEY"
    }
  }

  private func key(_ name: String) -> String? {
    environment[name].flatMap { $0.isEmpty ? nil : $0 }
  }

  private func missing(_ id: ProviderID) -> UsageError {
    .surroundings("there is no key for \(id)", help: "set \(Self.names(id)) in the environment")
  }
}

extension Arguments {
  /// The vendor that was asked for.
  func providerID() throws(UsageError) -> ProviderID {
    guard let id = value("provider").flatMap(ProviderID.init) else {
      throw UsageError(
        "no vendor was given",
        help: "--provider " + ProviderID.allCases.map(\.rawValue).joined(separator: "|"))
    }
    return id
  }
}
