#if os(Linux)
  import Foundation

  /// How a transport reaches its servers.
  public struct CurlConfiguration: Sendable {
    /// Which proxy is used; the password in its address is never printed.
    public enum Proxy: Sendable {
      /// The one that the environment names: `http_proxy`, `HTTPS_PROXY`, `ALL_PROXY`, `NO_PROXY`;
      /// whether it names any is looked at when the transport is made.
      case environment
      /// None, whatever the environment says.
      case none
      /// The one at an address, but not for the named hosts.
      case address(String, except: [String] = [])
    }

    /// Which proxy is used.
    public var proxy = Proxy.environment
    /// A file of certificates to trust in place of the system's.
    public var certificates: URL?
    /// How many connections are kept for later.
    public var keptConnections = 32

    /// Starts from the usual values.
    public init() {}

    /// Certificates that this machine's owner trusts; the library leaves the variables to its callers.
    static let certificatesOfEnvironment: String? = {
      let variables = ProcessInfo.processInfo.environment
      return variables["CURL_CA_BUNDLE"] ?? variables["SSL_CERT_FILE"]
    }()

    /// Whether a variable of the environment names a proxy, or hosts without one.
    static var environmentNamesProxy: Bool {
      ProcessInfo.processInfo.environment.keys.contains { $0.lowercased().hasSuffix("_proxy") }
    }
  }

  extension CurlConfiguration.Proxy: CustomStringConvertible, CustomDebugStringConvertible,
    CustomReflectable
  {
    /// Which proxy it is, without user and password.
    public var description: String {
      switch self {
      case .environment: "environment"
      case .none: "none"
      case .address(let address, let hosts):
        "\(address.withoutUser) except \(hosts)"
      }
    }

    /// The same as `description`.
    public var debugDescription: String { description }

    /// The same as `description`.
    public var customMirror: Mirror { Mirror(self, children: ["proxy": description]) }
  }
#endif
