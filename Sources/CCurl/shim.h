#include <curl/curl.h>

// Swift cannot call C functions with variable arguments, so each kind of option has a name here.

typedef size_t (*ccurl_transfer)(char *, size_t, size_t, void *);
typedef int (*ccurl_seek)(void *, curl_off_t, int);

// CURLOPT_QUICK_EXIT, which libcurl has since 7.87 and its headers before have no name for.
static const CURLoption ccurl_quick_exit = (CURLoption)322;

static inline CURLcode ccurl_set_long(CURL *handle, CURLoption option, long value) {
  return curl_easy_setopt(handle, option, value);
}
static inline CURLcode ccurl_set_offset(CURL *handle, CURLoption option, curl_off_t value) {
  return curl_easy_setopt(handle, option, value);
}
static inline CURLcode ccurl_set_pointer(CURL *handle, CURLoption option, void *value) {
  return curl_easy_setopt(handle, option, value);
}
static inline CURLcode ccurl_set_text(CURL *handle, CURLoption option, const char *value) {
  return curl_easy_setopt(handle, option, value);
}
static inline CURLcode ccurl_set_list(CURL *handle, CURLoption option, struct curl_slist *value) {
  return curl_easy_setopt(handle, option, value);
}
static inline CURLcode ccurl_set_transfer(
    CURL *handle, CURLoption option, ccurl_transfer value) {
  return curl_easy_setopt(handle, option, value);
}
static inline CURLcode ccurl_set_seek(CURL *handle, ccurl_seek value) {
  return curl_easy_setopt(handle, CURLOPT_SEEKFUNCTION, value);
}
static inline unsigned ccurl_version(void) {
  return curl_version_info(CURLVERSION_NOW)->version_num;
}
static inline CURLcode ccurl_get_long(CURL *handle, CURLINFO info, long *value) {
  return curl_easy_getinfo(handle, info, value);
}
static inline CURLcode ccurl_get_pointer(CURL *handle, CURLINFO info, void **value) {
  return curl_easy_getinfo(handle, info, value);
}
static inline CURLcode ccurl_get_offset(CURL *handle, CURLINFO info, curl_off_t *value) {
  return curl_easy_getinfo(handle, info, value);
}
static inline CURLMcode ccurl_multi_set_long(CURLM *multi, CURLMoption option, long value) {
  return curl_multi_setopt(multi, option, value);
}
static inline CURLcode ccurl_message_result(const CURLMsg *message) {
  return message->data.result;
}

#ifdef __linux__
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

static inline long ccurl_now(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return now.tv_sec * 1000000000L + now.tv_nsec;
}

// A child process that inherits a connection would keep it open.
static inline curl_socket_t ccurl_open_socket(struct curl_sockaddr *address) {
  return socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
}
static inline int ccurl_close_socket(curl_socket_t number) { return close(number); }

static inline CURLcode ccurl_set_sockets(
    CURL *handle, curl_opensocket_callback open, curl_closesocket_callback close, void *owner) {
  CURLcode code = curl_easy_setopt(handle, CURLOPT_OPENSOCKETFUNCTION, open);
  if (!code) code = curl_easy_setopt(handle, CURLOPT_OPENSOCKETDATA, owner);
  if (!code) code = curl_easy_setopt(handle, CURLOPT_CLOSESOCKETFUNCTION, close);
  if (!code) code = curl_easy_setopt(handle, CURLOPT_CLOSESOCKETDATA, owner);
  return code;
}
#endif

typedef int (*ccurl_socket)(CURL *, curl_socket_t, int, void *, void *);
typedef int (*ccurl_timer)(CURLM *, long, void *);

static inline CURLMcode ccurl_multi_set_callbacks(
    CURLM *multi, ccurl_socket socket, ccurl_timer timer, void *owner) {
  CURLMcode code = curl_multi_setopt(multi, CURLMOPT_SOCKETFUNCTION, socket);
  if (!code) code = curl_multi_setopt(multi, CURLMOPT_SOCKETDATA, owner);
  if (!code) code = curl_multi_setopt(multi, CURLMOPT_TIMERFUNCTION, timer);
  if (!code) code = curl_multi_setopt(multi, CURLMOPT_TIMERDATA, owner);
  return code;
}

#ifdef __linux__
#include <errno.h>
#include <sys/epoll.h>
#include <sys/timerfd.h>
#include <unistd.h>

// Waiting for sockets and a timer, which Swift has no names for.

struct ccurl_event {
  int descriptor;
  // CURL_CSELECT_IN and CURL_CSELECT_OUT; what is broken is both, so that it is found out by use.
  int mask;
};

static inline int ccurl_queue(void) { return epoll_create1(EPOLL_CLOEXEC); }

static inline int ccurl_timer_new(void) {
  return timerfd_create(CLOCK_MONOTONIC, TFD_CLOEXEC | TFD_NONBLOCK);
}

static inline void ccurl_timer_set(int timer, long seconds, long nanoseconds) {
  struct itimerspec moment = {.it_value = {seconds, nanoseconds}};
  timerfd_settime(timer, 0, &moment, NULL);
}

static inline void ccurl_timer_clear(int timer) {
  unsigned long long count;
  if (read(timer, &count, sizeof count) < 0) return;
}

static inline int ccurl_watch(int queue, int descriptor, int reading, int writing, int is_new) {
  struct epoll_event event = {.data.fd = descriptor};
  event.events = (reading ? EPOLLIN : 0) | (writing ? EPOLLOUT : 0);
  if (!event.events) return epoll_ctl(queue, EPOLL_CTL_DEL, descriptor, &event);
  if (!epoll_ctl(queue, is_new ? EPOLL_CTL_ADD : EPOLL_CTL_MOD, descriptor, &event)) return 0;
  // A socket that was closed has left the queue by itself, and its number may be another's by now.
  if (errno == ENOENT) return epoll_ctl(queue, EPOLL_CTL_ADD, descriptor, &event);
  if (errno == EEXIST) return epoll_ctl(queue, EPOLL_CTL_MOD, descriptor, &event);
  return -1;
}

static inline int ccurl_wait(int queue, struct ccurl_event *found, int most, int milliseconds) {
  struct epoll_event events[64];
  int count = epoll_wait(queue, events, most < 64 ? most : 64, milliseconds);
  for (int i = 0; i < count; i++) {
    unsigned bits = events[i].events, broken = bits & (EPOLLERR | EPOLLHUP);
    found[i].descriptor = events[i].data.fd;
    found[i].mask = (bits & EPOLLIN || broken ? CURL_CSELECT_IN : 0) |
                    (bits & EPOLLOUT || broken ? CURL_CSELECT_OUT : 0);
  }
  return count;
}
#endif
