/// Where an OAuth 2 client shows its secret to the token endpoint.
public enum ClientSecretPlace: Hashable, Sendable {
  /// In the header `Authorization: Basic …`.
  case header
  /// In the form, as `client_id` and `client_secret`.
  case form
}
