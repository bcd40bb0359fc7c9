// SPDX-License-Identifier: EUPL-1.2
// The only file that includes libmicrohttpd.
#include "web/server/http_server.h"

#include <microhttpd.h>
#include <netdb.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <cstring>
#include <map>
#include <mutex>
#include <thread>
#include <utility>

#include "model/error.h"
#include "system/shared_library.h"
#include "web/server/worker_pool.h"

namespace vraagbaak::web {
namespace {

using Clock = std::chrono::steady_clock;

// Loaded with the first server: no other command needs it, nor the ten libraries that it needs in turn.
struct Libmicrohttpd {
  SharedLibrary library{VB_MICROHTTPD_FILE};
  decltype(::MHD_add_response_header)* add_response_header =
      library.function<decltype(::MHD_add_response_header)>("MHD_add_response_header");
  decltype(::MHD_create_response_from_buffer)* create_response_from_buffer =
      library.function<decltype(::MHD_create_response_from_buffer)>("MHD_create_response_from_buffer");
  decltype(::MHD_destroy_response)* destroy_response =
      library.function<decltype(::MHD_destroy_response)>("MHD_destroy_response");
  decltype(::MHD_get_connection_info)* get_connection_info =
      library.function<decltype(::MHD_get_connection_info)>("MHD_get_connection_info");
  decltype(::MHD_get_daemon_info)* get_daemon_info =
      library.function<decltype(::MHD_get_daemon_info)>("MHD_get_daemon_info");
  decltype(::MHD_lookup_connection_value)* lookup_connection_value =
      library.function<decltype(::MHD_lookup_connection_value)>("MHD_lookup_connection_value");
  decltype(::MHD_queue_response)* queue_response =
      library.function<decltype(::MHD_queue_response)>("MHD_queue_response");
  decltype(::MHD_quiesce_daemon)* quiesce_daemon =
      library.function<decltype(::MHD_quiesce_daemon)>("MHD_quiesce_daemon");
  decltype(::MHD_resume_connection)* resume_connection =
      library.function<decltype(::MHD_resume_connection)>("MHD_resume_connection");
  decltype(::MHD_start_daemon)* start_daemon =
      library.function<decltype(::MHD_start_daemon)>("MHD_start_daemon");
  decltype(::MHD_stop_daemon)* stop_daemon = library.function<decltype(::MHD_stop_daemon)>("MHD_stop_daemon");
  decltype(::MHD_suspend_connection)* suspend_connection =
      library.function<decltype(::MHD_suspend_connection)>("MHD_suspend_connection");
};

const Libmicrohttpd& mhd() {
  static const Libmicrohttpd loaded;
  return loaded;
}

std::string header(MHD_Connection* connection, const char* name) {
  const char* value = mhd().lookup_connection_value(connection, MHD_HEADER_KIND, name);
  return value == nullptr ? "" : value;
}

// One request, from its first byte to the end of its response. Made and freed by the serving thread; while
// its connection is suspended a worker alone has it.
struct Exchange {
  HttpRequest request;
  bool is_headed = false;    // its headers were read
  bool is_too_long = false;  // its body
  std::optional<HttpResponse> response;
};

// The addresses `host` stands for; the first that can be listened on is taken.
class Addresses {
 public:
  Addresses(const std::string& host, std::uint16_t port) {
    addrinfo hints{};
    hints.ai_flags = AI_PASSIVE | AI_NUMERICSERV;
    hints.ai_socktype = SOCK_STREAM;
    const int code = getaddrinfo(host.c_str(), std::to_string(port).c_str(), &hints, &first_);
    if (code != 0)
      throw Error("--host " + host, gai_strerror(code), "give a name or an address of this machine");
  }
  ~Addresses() {
    if (first_ != nullptr) freeaddrinfo(first_);
  }
  Addresses(const Addresses&) = delete;
  Addresses& operator=(const Addresses&) = delete;
  const addrinfo* first() const { return first_; }

 private:
  addrinfo* first_ = nullptr;
};

}  // namespace

class HttpServer::State {
 public:
  State(const std::string& host, std::uint16_t port, const ServerLimits& limits, Handlers handlers)
      : limits_(limits), handlers_(std::move(handlers)) {
    start(host, port);
    pool_ = std::make_unique<WorkerPool>(
        WorkerPool::Options{limits_.workers, limits_.waiting, limits_.work, handlers_.interrupt});
    is_open_ = true;
    sweeper_ = std::thread([this] { sweep(); });
  }
  ~State() { stop(); }
  State(const State&) = delete;
  State& operator=(const State&) = delete;

  void stop() {
    if (daemon_ == nullptr) return;
    const MHD_socket listening = mhd().quiesce_daemon(daemon_);
    is_open_ = false;
    pool_->stop();  // carries out all that waits, and so resumes every connection
    sweeper_.join();
    mhd().stop_daemon(std::exchange(daemon_, nullptr));
    if (listening != MHD_INVALID_SOCKET) ::close(listening);
  }

  std::uint16_t port() const {
    const MHD_DaemonInfo* info = mhd().get_daemon_info(daemon_, MHD_DAEMON_INFO_BIND_PORT);
    return info == nullptr ? std::uint16_t{0} : info->port;
  }
  std::size_t open_connections() const {
    const std::lock_guard lock(mutex_);
    return connections_.size();
  }
  std::size_t waiting() const { return pool_->waiting(); }

 private:
  // What a connection is at, and since when.
  struct Watched {
    enum class Phase { receiving, working, sending };
    Phase phase = Phase::receiving;
    Clock::time_point since = Clock::now();
    std::string target;  // of the request that is arriving
  };

  void start(const std::string& host, std::uint16_t port) {
    const Addresses addresses(host, port);
    int failure = 0;
    for (const addrinfo* at = addresses.first(); at != nullptr && daemon_ == nullptr; at = at->ai_next) {
      unsigned flags = MHD_USE_EPOLL_INTERNAL_THREAD | MHD_ALLOW_SUSPEND_RESUME;
      if (at->ai_family == AF_INET6) flags |= MHD_USE_IPv6;
      errno = 0;
      daemon_ = mhd().start_daemon(
          flags, port, nullptr, nullptr, &State::on_request, this,                  //
          MHD_OPTION_SOCK_ADDR, at->ai_addr,                                        //
          MHD_OPTION_URI_LOG_CALLBACK, &State::on_target, this,                     //
          MHD_OPTION_NOTIFY_COMPLETED, &State::on_completed, this,                  //
          MHD_OPTION_NOTIFY_CONNECTION, &State::on_connection, this,                //
          MHD_OPTION_CONNECTION_LIMIT, static_cast<unsigned>(limits_.connections),  //
          MHD_OPTION_PER_IP_CONNECTION_LIMIT, static_cast<unsigned>(limits_.connections_of_one_address),
          MHD_OPTION_CONNECTION_TIMEOUT, static_cast<unsigned>(limits_.idle.count()),  //
          MHD_OPTION_CONNECTION_MEMORY_LIMIT, limits_.request_head,                    //
          MHD_OPTION_SIGPIPE_HANDLED_BY_APP, 1,                                        //
          MHD_OPTION_END);
      failure = errno;
    }
    if (daemon_ != nullptr) return;
    throw Error("--port " + std::to_string(port),
                std::string("cannot be listened on (") + std::strerror(failure) + ")",
                "give another port with --port, or 0 for any that is free");
  }

  // --- called by libmicrohttpd on its thread

  // The target is kept with the connection: a request that never gets further is not told of again.
  static void* on_target(void* self, const char* target, MHD_Connection* connection) {
    auto* state = static_cast<State*>(self);
    const std::lock_guard lock(state->mutex_);
    state->connections_[socket_of(connection)].target = target;
    return nullptr;
  }

  static MHD_Result on_request(void* self, MHD_Connection* connection, const char*, const char* method,
                               const char*, const char* upload, std::size_t* upload_size, void** held) {
    try {
      if (*held == nullptr) *held = new Exchange;
      return static_cast<State*>(self)->serve(connection, method,
                                              {upload, upload == nullptr ? 0 : *upload_size}, upload_size,
                                              *static_cast<Exchange*>(*held));
    } catch (const std::exception&) {
      return MHD_NO;  // memory ran out: the connection is closed
    }
  }

  static void on_completed(void* self, MHD_Connection* connection, void** held, MHD_RequestTerminationCode) {
    delete static_cast<Exchange*>(std::exchange(*held, nullptr));
    static_cast<State*>(self)->note(connection, Watched::Phase::receiving);
  }

  static void on_connection(void* self, MHD_Connection* connection, void**,
                            MHD_ConnectionNotificationCode code) {
    auto* state = static_cast<State*>(self);
    if (code == MHD_CONNECTION_NOTIFY_STARTED) {
      state->note(connection, Watched::Phase::receiving);
    } else {
      const std::lock_guard lock(state->mutex_);
      state->connections_.erase(socket_of(connection));
    }
  }

  MHD_Result serve(MHD_Connection* connection, const char* method, std::string_view upload,
                   std::size_t* upload_size, Exchange& exchange) {
    if (!exchange.is_headed) {
      exchange.is_headed = true;
      read_head(connection, method, exchange.request);
      exchange.request.target = taken_target(connection);
      // A body that is announced as too long is not waited for.
      const std::string length = header(connection, MHD_HTTP_HEADER_CONTENT_LENGTH);
      exchange.is_too_long =
          length.size() > 9 || (!length.empty() && std::stoul("0" + length) > limits_.body);
      if (exchange.is_too_long) {
        exchange.response = too_long(exchange.request);
        return send(connection, *exchange.response);
      }
      return MHD_YES;
    }
    if (*upload_size > 0) {
      exchange.is_too_long |= exchange.request.body.size() + upload.size() > limits_.body;
      if (!exchange.is_too_long) exchange.request.body.append(upload);
      *upload_size = 0;
      return MHD_YES;
    }
    if (!exchange.response) {
      exchange.response = prompt_response(exchange);
      if (!exchange.response) return hand_over(connection, exchange);
    }
    return send(connection, *exchange.response);
  }

  static void read_head(MHD_Connection* connection, const char* method, HttpRequest& request) {
    request.method = method;
    request.host = header(connection, MHD_HTTP_HEADER_HOST);
    request.authorization = header(connection, MHD_HTTP_HEADER_AUTHORIZATION);
    request.accept = header(connection, MHD_HTTP_HEADER_ACCEPT);
    request.accept_language = header(connection, MHD_HTTP_HEADER_ACCEPT_LANGUAGE);
    request.cookie = header(connection, MHD_HTTP_HEADER_COOKIE);
    request.content_type = header(connection, MHD_HTTP_HEADER_CONTENT_TYPE);
    request.if_none_match = header(connection, MHD_HTTP_HEADER_IF_NONE_MATCH);
  }

  HttpResponse too_long(const HttpRequest& request) const {
    return handlers_.refuse(
        request, {413, "body_too_long",
                  "body: is longer than " + std::to_string(limits_.body) + " bytes: send it in parts"});
  }

  // The response that needs no worker; nullopt where one is needed.
  std::optional<HttpResponse> prompt_response(const Exchange& exchange) const {
    const HttpRequest& request = exchange.request;
    if (exchange.is_too_long) return too_long(request);
    if (request.target.size() > limits_.target) {
      return handlers_.refuse(request, {414, "address_too_long",
                                        "address: is longer than " + std::to_string(limits_.target) +
                                            " bytes: send long texts with POST"});
    }
    if (request.method != "GET" && request.method != "HEAD" && request.method != "POST") {
      return handlers_.refuse(request,
                              {405, "method_not_allowed", "method: only GET, HEAD and POST are answered"});
    }
    return handlers_.prompt(request);
  }

  MHD_Result hand_over(MHD_Connection* connection, Exchange& exchange) {
    note(connection, Watched::Phase::working);
    mhd().suspend_connection(connection);
    const bool taken = pool_->submit([this, connection, &exchange](std::size_t worker) {
      exchange.response = handlers_.answer(exchange.request, worker);
      mhd().resume_connection(connection);
    });
    if (!taken) {
      exchange.response = handlers_.refuse(
          exchange.request, {503, "busy", "server: too many requests are waiting: try again in a moment"});
      mhd().resume_connection(connection);
    }
    return MHD_YES;
  }

  // `response` lives until the request is completed.
  MHD_Result send(MHD_Connection* connection, const HttpResponse& response) {
    note(connection, Watched::Phase::sending);
    MHD_Response* made = mhd().create_response_from_buffer(
        response.body.size(), const_cast<char*>(response.body.data()), MHD_RESPMEM_PERSISTENT);
    if (made == nullptr) return MHD_NO;
    mhd().add_response_header(made, MHD_HTTP_HEADER_CONTENT_TYPE, response.content_type.c_str());
    for (const auto& [name, value] : response.headers) {
      mhd().add_response_header(made, name.c_str(), value.c_str());
    }
    const MHD_Result queued = mhd().queue_response(connection, static_cast<unsigned>(response.status), made);
    mhd().destroy_response(made);
    return queued;
  }

  // --- slow clients

  static MHD_socket socket_of(MHD_Connection* connection) {
    return mhd().get_connection_info(connection, MHD_CONNECTION_INFO_CONNECTION_FD)->connect_fd;
  }

  void note(MHD_Connection* connection, Watched::Phase phase) {
    const std::lock_guard lock(mutex_);
    Watched& watched = connections_[socket_of(connection)];
    watched.phase = phase;
    watched.since = Clock::now();
  }

  std::string taken_target(MHD_Connection* connection) {
    const std::lock_guard lock(mutex_);
    return std::exchange(connections_[socket_of(connection)].target, {});
  }

  // Closes connections that take too long over a request or a response. A socket leaves the list before it
  // is closed, so none is shut that meanwhile belongs to another.
  void sweep() {
    while (is_open_) {
      std::this_thread::sleep_for(std::chrono::milliseconds(200));
      const auto now = Clock::now();
      const std::lock_guard lock(mutex_);
      for (const auto& [socket, watched] : connections_) {
        const auto allowed = watched.phase == Watched::Phase::receiving ? limits_.request : limits_.response;
        if (watched.phase != Watched::Phase::working && now - watched.since > allowed)
          ::shutdown(socket, SHUT_RDWR);
      }
    }
  }

  ServerLimits limits_;
  Handlers handlers_;
  MHD_Daemon* daemon_ = nullptr;
  std::unique_ptr<WorkerPool> pool_;
  std::atomic<bool> is_open_ = false;
  mutable std::mutex mutex_;
  std::map<MHD_socket, Watched> connections_;
  std::thread sweeper_;
};

HttpServer::HttpServer(const std::string& host, std::uint16_t port, const ServerLimits& limits,
                       Handlers handlers)
    : state_(std::make_unique<State>(host, port, limits, std::move(handlers))) {}
HttpServer::~HttpServer() = default;

std::uint16_t HttpServer::port() const {
  return state_->port();
}
std::size_t HttpServer::open_connections() const {
  return state_->open_connections();
}
std::size_t HttpServer::waiting_requests() const {
  return state_->waiting();
}
void HttpServer::stop() {
  state_->stop();
}

}  // namespace vraagbaak::web
