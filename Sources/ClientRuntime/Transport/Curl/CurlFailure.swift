#if os(Linux)
  import CCrypto
  import CCurl
  import Foundation

  extension CurlTransfer {
    /// What libcurl's code means.
    func failure(_ code: CURLcode) -> TransportError {
      if code == CURLE_ABORTED_BY_CALLBACK, let reason = upload?.failure {
        return TransportError(.bodyUnreadable, mayHaveArrived: false, detail: reason)
      }
      if let status = refusalOfProxy {
        return TransportError(
          .proxyFailed, mayHaveArrived: false, detail: "the proxy answered \(status)")
      }
      if code == CURLE_WRITE_ERROR {
        return TransportError(
          .badResponse, mayHaveArrived: true,
          detail: "more than \(HeadReader.most) bytes of headers")
      }
      let hasSent = hasSentRequest
      let detail = untrusted(code) ?? String(cString: curl_easy_strerror(code))
      return TransportError(
        Self.kind(code, hasSent: hasSent), mayHaveArrived: hasSent, detail: detail)
    }

    /// What is wrong with a certificate, in the words of those who checked it.
    private func untrusted(_ code: CURLcode) -> String? {
      guard code == CURLE_PEER_FAILED_VERIFICATION, let result = info(CURLINFO_SSL_VERIFYRESULT)
      else { return nil }
      // Nothing is said against the chain, so it is the name in it that is wrong.
      if result == X509_V_OK || result == X509_V_ERR_UNSPECIFIED {
        return "the certificate is for another host"
      }
      return String(cString: X509_verify_cert_error_string(result))
    }

    /// The status by which a proxy refused to let the connection through.
    private var refusalOfProxy: Int? {
      let status = info(CURLINFO_HTTP_CONNECTCODE) ?? 0
      return status == 0 || (200..<300).contains(status) ? nil : status
    }

    /// A number that libcurl keeps about the exchange; `nil` when the exchange is not there.
    func info(_ name: CURLINFO) -> Int? {
      guard let handle else { return nil }
      var value = 0
      ccurl_get_long(handle, name, &value)
      return value
    }

    private static func kind(_ code: CURLcode, hasSent: Bool) -> TransportError.Kind {
      switch code {
      // An answer in another language than HTTP counts as a protocol too.
      case CURLE_UNSUPPORTED_PROTOCOL where hasSent: .badResponse
      case CURLE_URL_MALFORMAT, CURLE_UNSUPPORTED_PROTOCOL: .badURL
      case CURLE_COULDNT_RESOLVE_HOST: .nameNotFound
      case CURLE_COULDNT_RESOLVE_PROXY, CURLE_PROXY: .proxyFailed
      case CURLE_COULDNT_CONNECT: .connectionFailed
      case CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_ISSUER_ERROR, CURLE_SSL_CACERT_BADFILE,
        CURLE_SSL_PINNEDPUBKEYNOTMATCH:
        .untrustedCertificate
      case CURLE_SSL_CONNECT_ERROR, CURLE_SSL_CERTPROBLEM, CURLE_SSL_CIPHER: .tlsFailed
      case CURLE_OPERATION_TIMEDOUT: hasSent ? .timedOut : .connectTimedOut
      case CURLE_GOT_NOTHING, CURLE_SEND_ERROR, CURLE_RECV_ERROR, CURLE_SEND_FAIL_REWIND:
        .connectionLost
      case CURLE_PARTIAL_FILE, CURLE_WEIRD_SERVER_REPLY, CURLE_BAD_CONTENT_ENCODING, CURLE_HTTP2,
        CURLE_HTTP2_STREAM:
        .badResponse
      // This is how too many headers end.
      case CURLE_OUT_OF_MEMORY: .badResponse
      case CURLE_READ_ERROR: .bodyUnreadable
      default: .other
      }
    }
  }

  extension TransportError {
    /// The error for a connection on which nothing moves.
    static func silent(_ transfer: CurlTransfer) -> TransportError {
      let hasSent = transfer.hasSentRequest
      return TransportError(
        hasSent ? .timedOut : .connectTimedOut, mayHaveArrived: hasSent,
        detail: "nothing moved for \(transfer.request.inactivityTimeout ?? .zero)")
    }
  }
#endif
