/* The least that calls can cost: the same requests on the bare library, and a server for both.
   Usage: calls serve [BYTES [MICROSECONDS]] (prints its port) | calls ADDRESS COUNT PARALLEL */
#include <arpa/inet.h>
#include <curl/curl.h>
#include <netinet/tcp.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static long long size = 2;
static useconds_t delay = 0;

static void *serve_one(void *argument) {
  int client = (int)(long)argument;
  static char chunk[1 << 16];
  char request[65536];
  size_t used = 0;
  for (;;) {
    ssize_t count = recv(client, request + used, sizeof request - used - 1, 0);
    if (count <= 0) break;
    used += (size_t)count;
    request[used] = 0;
    char *end;
    while ((end = strstr(request, "\r\n\r\n"))) {
      char head[128];
      if (delay) usleep(delay);
      int length =
          sprintf(head, "HTTP/1.1 200 OK\r\nContent-Length: %lld\r\nETag: \"1\"\r\n\r\n", size);
      if (size <= 64) {
        memset(head + length, 'x', (size_t)size);
        length += (int)size;
      }
      if (send(client, head, (size_t)length, MSG_NOSIGNAL) < 0) goto done;
      for (long long left = size <= 64 ? 0 : size; left > 0;) {
        size_t next = left < (long long)sizeof chunk ? (size_t)left : sizeof chunk;
        ssize_t sent = send(client, chunk, next, MSG_NOSIGNAL);
        if (sent <= 0) goto done;
        left -= sent;
      }
      used -= (size_t)(end + 4 - request);
      memmove(request, end + 4, used + 1);
    }
  }
done:
  close(client);
  return NULL;
}

static int serve(void) {
  int listener = socket(AF_INET, SOCK_STREAM, 0);
  struct sockaddr_in address = {.sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
  socklen_t length = sizeof address;
  if (bind(listener, (struct sockaddr *)&address, length) || listen(listener, 128) ||
      getsockname(listener, (struct sockaddr *)&address, &length))
    return 1;
  printf("%d\n", ntohs(address.sin_port));
  fflush(stdout);
  for (;;) {
    int client = accept(listener, NULL, NULL);
    int one = 1;
    pthread_t thread;
    if (client < 0) return 1;
    setsockopt(client, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
    pthread_create(&thread, NULL, serve_one, (void *)(long)client);
    pthread_detach(thread);
  }
}

static size_t keep(char *bytes, size_t unit, size_t count, void *total) {
  (void)bytes;
  *(size_t *)total += unit * count;
  return unit * count;
}

static void start(CURLM *multi, CURL *easy, const char *url, struct curl_slist *headers, size_t *total) {
  curl_easy_reset(easy);
  curl_easy_setopt(easy, CURLOPT_URL, url);
  curl_easy_setopt(easy, CURLOPT_HTTPHEADER, headers);
  curl_easy_setopt(easy, CURLOPT_WRITEFUNCTION, keep);
  curl_easy_setopt(easy, CURLOPT_WRITEDATA, total);
  curl_easy_setopt(easy, CURLOPT_ACCEPT_ENCODING, "");
  curl_easy_setopt(easy, CURLOPT_NOSIGNAL, 1L);
  curl_easy_setopt(easy, CURLOPT_TIMEOUT_MS, 60000L);
  curl_multi_add_handle(multi, easy);
}

int main(int count, char **arguments) {
  if (count >= 2 && !strcmp(arguments[1], "serve")) {
    if (count >= 3) size = atoll(arguments[2]);
    if (count >= 4) delay = (useconds_t)atoi(arguments[3]);
    return serve();
  }
  if (count != 4) return 2;
  int left = atoi(arguments[2]), parallel = atoi(arguments[3]), active = 0;
  size_t total = 0;
  curl_global_init(CURL_GLOBAL_DEFAULT);
  CURLM *multi = curl_multi_init();
  struct curl_slist *headers = curl_slist_append(NULL, "Accept: */*");
  headers = curl_slist_append(headers, "User-Agent: bench");
  headers = curl_slist_append(headers, "Authorization: Bearer key");
  for (; active < parallel && left > 0; active++, left--)
    start(multi, curl_easy_init(), arguments[1], headers, &total);
  while (active > 0) {
    int running, queued;
    CURLMsg *message;
    curl_multi_perform(multi, &running);
    while ((message = curl_multi_info_read(multi, &queued))) {
      CURL *easy = message->easy_handle;
      if (message->data.result != CURLE_OK) return 1;
      curl_multi_remove_handle(multi, easy);
      active--;
      if (left > 0) {
        start(multi, easy, arguments[1], headers, &total);
        active++;
        left--;
      }
    }
    if (active > 0) curl_multi_poll(multi, NULL, 0, 1000, NULL);
  }
  printf("%zu bytes\n", total);
  return 0;
}
