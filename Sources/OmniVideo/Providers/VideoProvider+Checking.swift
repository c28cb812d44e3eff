import ClientRuntime

extension VideoProvider {
  /// Checks a request against everything known of the vendor, without sending it.
  ///
  /// - Parameter strict: Whether what the vendor's sources disagree about counts as an error.
  public func check(_ request: VideoRequest, strict: Bool = false) -> CheckReport {
    do {
      return CheckReport(warnings: try map(request).warnings)
    } catch {
      return CheckReport(errors: error.findings)
    }
  }

  /// Checks a request file, also where it cannot be read as a request.
  public func check(unified json: JSONValue, strict: Bool = false) -> CheckReport {
    let (request, findings) = RequestReader.read(json)
    var report = check(request, strict: strict)
    report.errors.insert(contentsOf: findings, at: 0)
    return report
  }

  /// Checks a body that is written in the vendor's own words.
  public func check(native body: JSONValue, strict: Bool = false) -> CheckReport {
    CheckReport()
  }

  /// Says the request in the vendor's words; throws for what the vendor has no words for.
  public func map(_ request: VideoRequest) throws(RefusedRequest) -> VendorBody {
    throw RefusedRequest(provider: id, findings: [])
  }
}
