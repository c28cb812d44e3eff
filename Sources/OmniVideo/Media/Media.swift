/// An image, a video or a sound that goes into a request.
public enum Media: Sendable, Hashable {
  /// An address from which the vendor fetches it.
  case url(String)
  /// Its bytes in base64, with their media type where that is known.
  case base64(String, mediaType: String? = nil)
  /// A file on this machine.
  case file(String)
}
