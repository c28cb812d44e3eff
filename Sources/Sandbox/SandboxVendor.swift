/// A vendor whose API the sandbox serves.
public enum SandboxVendor: String, CaseIterable, Codable, Sendable {
  case kling, chainhub, omnirouters, orcarouter, newapi
}
