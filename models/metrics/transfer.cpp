// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/transfer.h"

#include "metrics/answer.h"

#include <QNetworkAccessManager>
#include <QSslError>

#include <array>

namespace warroom::metrics {

namespace {

constexpr int mostRedirects = 5;
/// What Qt holds of a body that was not read yet.
constexpr qint64 buffered = qint64(1024) * 1024;

int port(const QUrl& url) { return url.port(url.scheme() == QLatin1String("https") ? 443 : 80); }

bool isSameOrigin(const QUrl& a, const QUrl& b)
{
    return a.scheme() == b.scheme() && a.host() == b.host() && port(a) == port(b);
}

QString origin(const QUrl& url)
{
    return url.toString(QUrl::RemoveUserInfo | QUrl::RemovePath | QUrl::RemoveQuery | QUrl::RemoveFragment);
}

/// Below these the connection failed, above them there was an answer that Qt does not like.
bool isOfTheConnection(QNetworkReply::NetworkError error)
{
    return error != QNetworkReply::NoError && error <= QNetworkReply::UnknownProxyError;
}

} // namespace

Transfer::Transfer(QNetworkAccessManager& network, const QNetworkRequest& request, const QByteArray& form,
    Milliseconds timeout, QObject* parent)
    : QObject(parent), m_network(network), m_request(request), m_form(form)
{
    m_deadline.setSingleShot(true);
    connect(&m_deadline, &QTimer::timeout, this, [this] { fail(ErrorCode::SourceSlow); });
    m_deadline.start(timeout);
    post(request);
}

Transfer::~Transfer() { drop(); }

void Transfer::post(const QNetworkRequest& request)
{
    m_reply = m_network.post(request, m_form);
    m_reply->setReadBufferSize(buffered);
    connect(m_reply, &QNetworkReply::metaDataChanged, this, &Transfer::look);
    connect(m_reply, &QNetworkReply::readyRead, this, &Transfer::read);
    connect(m_reply, &QNetworkReply::finished, this, &Transfer::conclude);
    connect(m_reply, &QNetworkReply::sslErrors, this, [this](const QList<QSslError>& errors) {
        for (const QSslError& error : errors)
            m_mistrust += error.errorString();
    });
}

/// What is too long says so first, as a rule.
void Transfer::look()
{
    const qlonglong length = m_reply->header(QNetworkRequest::ContentLengthHeader).toLongLong();
    if (length > longestBody)
        fail(ErrorCode::SourceTooLarge);
    else if (length > 0)
        m_body.reserve(qsizetype(length) + bodyPadding);
}

void Transfer::read()
{
    std::array<char, std::size_t(64) * 1024> part;
    while (const qint64 size = std::max<qint64>(0, m_reply->read(part.data(), qint64(part.size())))) {
        if (m_body.size() + size > longestBody) {
            fail(ErrorCode::SourceTooLarge);
            return;
        }
        m_body.append(part.data(), qsizetype(size));
    }
}

void Transfer::conclude()
{
    const QNetworkReply::NetworkError error = m_reply->error();
    if (error == QNetworkReply::SslHandshakeFailedError) {
        m_mistrust.removeDuplicates();
        fail(ErrorCode::SourceUntrusted,
            m_mistrust.isEmpty() ? m_reply->errorString() : m_mistrust.join(QStringLiteral("; ")));
        return;
    }
    if (isOfTheConnection(error)) {
        fail(ErrorCode::SourceUnreachable, m_reply->errorString());
        return;
    }
    read();
    if (m_ended)
        return;
    const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    // Qt's own reading of the header takes none without a host.
    const QUrl target = QUrl::fromEncoded(m_reply->rawHeader("Location"), QUrl::StrictMode);
    if (status / 100 == 3 && !target.isEmpty())
        follow(m_reply->url().resolved(target));
    else if (status == 0 || (status / 100 == 2 && error != QNetworkReply::NoError))
        fail(ErrorCode::NotPrometheus, m_reply->errorString());
    else
        end(Reply{m_request.url(), status, m_reply->rawHeader("Retry-After"), std::move(m_body)});
}

/// The form is posted again whatever the status: a query changes nothing.
void Transfer::follow(const QUrl& target)
{
    if (!isSameOrigin(target, m_request.url()) || ++m_redirects > mostRedirects) {
        fail(ErrorCode::SourceElsewhere, origin(target));
        return;
    }
    drop();
    m_body.clear();
    QNetworkRequest again = m_request;
    again.setUrl(target);
    post(again);
}

void Transfer::fail(ErrorCode code, const QString& what)
{
    const QString where = m_request.url().toString(QUrl::RemoveUserInfo | QUrl::RemoveQuery);
    end(Error{code, what.isEmpty() ? where : where + QStringLiteral(": ") + what});
}

void Transfer::end(Result<Reply> result)
{
    if (m_ended)
        return;
    m_ended = std::move(result);
    m_deadline.stop();
    drop();
    Q_EMIT ended();
}

void Transfer::drop()
{
    if (!m_reply)
        return;
    m_reply->disconnect(this);
    m_reply->abort();
    m_reply->deleteLater();
    m_reply = nullptr;
}

} // namespace warroom::metrics
