/* The least that calls can cost: the same requests on the bare library, and a server for both.
   Usage: calls serve [BYTES [MICROSECONDS]] (prints its port)
          calls easy|multi|thread ADDRESS COUNT PARALLEL */
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
      char head[2048];
      if (delay) usleep(delay);
      int length =
          sprintf(head, "HTTP/1.1 200 OK\r\nContent-Length: %lld\r\nETag: \"1\"\r\n\r\n", size);
      if (size <= 1024) {
        memset(head + length, 'x', (size_t)size);
        length += (int)size;
      }
      if (send(client, head, (size_t)length, MSG_NOSIGNAL) < 0) goto done;
      for (long long left = size <= 1024 ? 0 : size; left > 0;) {
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
  /* Where the system sends by BBR, it holds bytes back by a guess of what the way bears, which differs by as much as
     the two libraries' costs together from one connection to the next. */
  setsockopt(listener, IPPROTO_TCP, TCP_CONGESTION, "reno", 4);
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

/* ---- The same requests, in three shapes ---- */

static const char *url;
static struct curl_slist *headers;
static long long total;

/* An answer in memory, as a caller wants it. */
struct body {
  char *bytes;
  size_t used, room;
};

static size_t keep(char *bytes, size_t unit, size_t count, void *argument) {
  struct body *body = argument;
  size_t wanted = body->used + unit * count;
  if (wanted > body->room) {
    body->room = wanted > 2 * body->room ? wanted : 2 * body->room;
    body->bytes = realloc(body->bytes, body->room);
  }
  memcpy(body->bytes + body->used, bytes, unit * count);
  body->used = wanted;
  return unit * count;
}

static long long drop(struct body *body) {
  long long size = (long long)body->used;
  free(body->bytes);
  memset(body, 0, sizeof *body);
  return size;
}

/* Whether the server said yes, which a caller must know. */
static int is_success(CURL *easy) {
  long status = 0;
  curl_easy_getinfo(easy, CURLINFO_RESPONSE_CODE, &status);
  return status >= 200 && status < 300;
}

static void prepare(CURL *easy, struct body *body) {
  curl_easy_reset(easy);
  curl_easy_setopt(easy, CURLOPT_URL, url);
  curl_easy_setopt(easy, CURLOPT_HTTPHEADER, headers);
  curl_easy_setopt(easy, CURLOPT_WRITEFUNCTION, keep);
  curl_easy_setopt(easy, CURLOPT_WRITEDATA, body);
  curl_easy_setopt(easy, CURLOPT_ACCEPT_ENCODING, "");
  curl_easy_setopt(easy, CURLOPT_BUFFERSIZE, 128 * 1024L);
  curl_easy_setopt(easy, CURLOPT_NOSIGNAL, 1L);
  curl_easy_setopt(easy, CURLOPT_TIMEOUT_MS, 60000L);
}

/* One after the other, by the thread that wants them. */
static int run_easy(int left) {
  CURL *easy = curl_easy_init();
  for (; left > 0; left--) {
    struct body body = {0};
    prepare(easy, &body);
    if (curl_easy_perform(easy) != CURLE_OK || !is_success(easy)) return 1;
    total += drop(&body);
  }
  return 0;
}

/* Some at once, by one thread that does nothing else. */
static int run_multi(int left, int parallel) {
  struct body bodies[parallel];
  int active = 0;
  CURLM *multi = curl_multi_init();
  memset(bodies, 0, sizeof bodies);
  for (; active < parallel && left > 0; active++, left--) {
    CURL *easy = curl_easy_init();
    prepare(easy, &bodies[active]);
    curl_easy_setopt(easy, CURLOPT_PRIVATE, &bodies[active]);
    curl_multi_add_handle(multi, easy);
  }
  while (active > 0) {
    int running, queued;
    CURLMsg *message;
    curl_multi_perform(multi, &running);
    while ((message = curl_multi_info_read(multi, &queued))) {
      CURL *easy = message->easy_handle;
      if (message->data.result != CURLE_OK || !is_success(easy)) return 1;
      struct body *body;
      curl_easy_getinfo(easy, CURLINFO_PRIVATE, (char **)&body);
      curl_multi_remove_handle(multi, easy);
      total += drop(body);
      active--;
      if (left > 0) {
        prepare(easy, body);
        curl_easy_setopt(easy, CURLOPT_PRIVATE, body);
        curl_multi_add_handle(multi, easy);
        active++;
        left--;
      }
    }
    if (active > 0) curl_multi_poll(multi, NULL, 0, 1000, NULL);
  }
  return 0;
}

/* Some at once, each for a thread of its own that sleeps until another thread has done it: what any
   library must do that takes calls from anywhere and moves them in one place. */
struct job {
  CURL *easy;
  struct body body;
  int is_over;
  struct job *next;
  pthread_cond_t wake;
};

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static struct job *inbox;
static CURLM *shared;
static int each, is_ended;

static void *move(void *unused) {
  int running = 0, queued;
  for (;;) {
    pthread_mutex_lock(&lock);
    struct job *job = inbox;
    inbox = NULL;
    int must_end = is_ended;
    pthread_mutex_unlock(&lock);
    if (must_end) return unused;
    for (; job; job = job->next) curl_multi_add_handle(shared, job->easy);
    curl_multi_perform(shared, &running);
    CURLMsg *message;
    while ((message = curl_multi_info_read(shared, &queued))) {
      struct job *done;
      if (message->data.result != CURLE_OK || !is_success(message->easy_handle)) exit(1);
      curl_easy_getinfo(message->easy_handle, CURLINFO_PRIVATE, (char **)&done);
      curl_multi_remove_handle(shared, message->easy_handle);
      pthread_mutex_lock(&lock);
      done->is_over = 1;
      pthread_cond_signal(&done->wake);
      pthread_mutex_unlock(&lock);
    }
    curl_multi_poll(shared, NULL, 0, 1000, NULL);
  }
}

static void *call(void *unused) {
  struct job job = {.easy = curl_easy_init(), .wake = PTHREAD_COND_INITIALIZER};
  for (int left = each; left > 0; left--) {
    prepare(job.easy, &job.body);
    curl_easy_setopt(job.easy, CURLOPT_PRIVATE, &job);
    pthread_mutex_lock(&lock);
    job.is_over = 0;
    job.next = inbox;
    inbox = &job;
    pthread_mutex_unlock(&lock);
    curl_multi_wakeup(shared);
    pthread_mutex_lock(&lock);
    while (!job.is_over) pthread_cond_wait(&job.wake, &lock);
    total += drop(&job.body);
    pthread_mutex_unlock(&lock);
  }
  return unused;
}

static int run_thread(int left, int parallel) {
  pthread_t mover, callers[parallel];
  shared = curl_multi_init();
  each = left / parallel;
  pthread_create(&mover, NULL, move, NULL);
  for (int i = 0; i < parallel; i++) pthread_create(&callers[i], NULL, call, NULL);
  for (int i = 0; i < parallel; i++) pthread_join(callers[i], NULL);
  is_ended = 1;
  curl_multi_wakeup(shared);
  pthread_join(mover, NULL);
  return 0;
}

int main(int count, char **arguments) {
  if (count >= 2 && !strcmp(arguments[1], "serve")) {
    if (count >= 3) size = atoll(arguments[2]);
    if (count >= 4) delay = (useconds_t)atoi(arguments[3]);
    return serve();
  }
  if (count != 5) return 2;
  int left = atoi(arguments[3]), parallel = atoi(arguments[4]), result = 2;
  curl_global_init(CURL_GLOBAL_DEFAULT);
  url = arguments[2];
  headers = curl_slist_append(NULL, "Accept: */*");
  headers = curl_slist_append(headers, "User-Agent: bench");
  headers = curl_slist_append(headers, "Authorization: Bearer key");
  if (!strcmp(arguments[1], "easy")) result = run_easy(left);
  if (!strcmp(arguments[1], "multi")) result = run_multi(left, parallel);
  if (!strcmp(arguments[1], "thread")) result = run_thread(left, parallel);
  printf("%lld bytes\n", total);
  return result;
}
