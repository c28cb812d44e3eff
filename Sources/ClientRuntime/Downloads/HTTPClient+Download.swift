import Foundation

extension HTTPClient {
  /// Downloads a file, and goes on where an earlier attempt, also of another process, broke off.
  ///
  /// The bytes gather in a file with `.part` at its end, which takes its place when everything is
  /// there and was checked. The credentials that `security` names, none by default, are shown to the
  /// client's own server only.
  public func download(
    _ address: String, to file: URL, security: [[SecurityUse]] = [],
    options: DownloadOptions = DownloadOptions()
  ) async throws(APIError) -> DownloadedFile {
    let context = Download.context(address)
    let part: PartialFile
    do {
      part = try PartialFile(of: file)
    } catch {
      throw Download.unwritable(file, error, context)
    }
    let download = Download(
      client: self, file: file, part: part, options: options, security: security, address: address)
    let deadline = Deadline(
      limit: options.deadline, context: context, watch: self.options.environment.watch)
    do throws(APIError) {
      return try await deadline.bound { () throws(APIError) in
        var download = download
        return try await download.run()
      }
    } catch {
      part.dropEmpty()
      throw error
    }
  }
}
