import Foundation

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

extension TransportError {
  /// What an error of a session means; where it says too little, the request may have arrived.
  init(session error: any Error) {
    let code = (error as? URLError)?.code
    let (kind, mayHaveArrived) = code.map(Self.meaning) ?? (.other, true)
    self.init(kind, mayHaveArrived: mayHaveArrived, detail: code.map(Self.detail) ?? "")
  }

  private static func meaning(_ code: URLError.Code) -> (Kind, mayHaveArrived: Bool) {
    switch code {
    case .cancelled: (.cancelled, true)
    case .badURL: (.badURL, false)
    // The address was looked at before, so it is the answer that is not HTTP.
    case .unsupportedURL: (.badResponse, true)
    case .cannotFindHost, .dnsLookupFailed: (.nameNotFound, false)
    case .cannotConnectToHost, .notConnectedToInternet, .internationalRoamingOff, .callIsActive,
      .dataNotAllowed, .appTransportSecurityRequiresSecureConnection:
      (.connectionFailed, false)
    case .secureConnectionFailed, .clientCertificateRequired, .clientCertificateRejected:
      (.tlsFailed, false)
    case .serverCertificateUntrusted, .serverCertificateHasBadDate,
      .serverCertificateHasUnknownRoot, .serverCertificateNotYetValid:
      (.untrustedCertificate, false)
    case .timedOut: (.timedOut, true)
    case .networkConnectionLost: (.connectionLost, true)
    case .badServerResponse, .cannotParseResponse, .cannotDecodeContentData,
      .cannotDecodeRawData:
      (.badResponse, true)
    case .fileDoesNotExist, .fileIsDirectory, .noPermissionsToReadFile: (.bodyUnreadable, true)
    default: (.other, true)
    }
  }

  private static func detail(_ code: URLError.Code) -> String {
    switch code {
    case .appTransportSecurityRequiresSecureConnection:
      "the system allows the app only addresses that begin with https://"
    case .internationalRoamingOff: "the network is abroad, and roaming is off"
    case .callIsActive: "the network cannot be used during a telephone call"
    case .dataNotAllowed: "the system does not allow the app to use the mobile network"
    case .clientCertificateRequired: "the server asks for a certificate of the caller"
    case .clientCertificateRejected: "the server does not accept the certificate of the caller"
    default: "code \(code.rawValue)"
    }
  }
}
