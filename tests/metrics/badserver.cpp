// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/badserver.h"

#include <QFile>
#include <QRegularExpression>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>
#include <QSslServer>
#include <QTcpSocket>

namespace warroom::tests {

QByteArray head(const QByteArray& status, qint64 length, const QByteArray& headers)
{
    return "HTTP/1.1 " + status + "\r\nContent-Length: " + QByteArray::number(length) + "\r\n" + headers + "\r\n";
}

QString certificate(const char* name) { return QStringLiteral(WARROOM_CERTIFICATES "/") + QLatin1String(name); }

namespace {

std::unique_ptr<QTcpServer> tlsServer(const QString& path, BadServer::Wants wants)
{
    auto server = std::make_unique<QSslServer>();
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setLocalCertificateChain(QSslCertificate::fromPath(path));
    QFile key(certificate("key.pem"));
    if (!key.open(QFile::ReadOnly))
        qFatal("cannot read the key");
    configuration.setPrivateKey(QSslKey(&key, QSsl::Ec));
    const bool asks = wants == BadServer::Wants::ClientCertificate;
    configuration.setPeerVerifyMode(asks ? QSslSocket::VerifyPeer : QSslSocket::VerifyNone);
    configuration.setCaCertificates(QSslCertificate::fromPath(certificate("good.pem")));
    server->setSslConfiguration(configuration);
    return server;
}

} // namespace

BadServer::BadServer(const QString& certificate, Wants wants)
    : m_scheme(certificate.isEmpty() ? QStringLiteral("http") : QStringLiteral("https")),
      m_server(certificate.isEmpty() ? std::make_unique<QTcpServer>() : tlsServer(certificate, wants))
{
    connect(m_server.get(), &QTcpServer::pendingConnectionAvailable, this, &BadServer::welcome);
    if (!m_server->listen(QHostAddress::LocalHost))
        qFatal("cannot listen: %s", qPrintable(m_server->errorString()));
}

QString BadServer::url(const QString& path) const
{
    return QStringLiteral("%1://127.0.0.1:%2%3").arg(m_scheme, QString::number(m_server->serverPort()), path);
}

metrics::Source BadServer::source(QMap<QString, QString> keys) const
{
    keys.insert(QStringLiteral("url"), url());
    const Result<metrics::Source> made = metrics::source(QStringLiteral("bad"), keys);
    if (!made)
        qFatal("cannot make a source");
    return *made;
}

void BadServer::say(const QByteArray& bytes)
{
    behave([bytes](QTcpSocket& socket) {
        socket.write(bytes);
        socket.disconnectFromHost();
    });
}

void BadServer::answer(const QByteArray& status, const QByteArray& body, const QByteArray& headers)
{
    behave([all = head(status, body.size(), headers) + body](QTcpSocket& socket) { socket.write(all); });
}

void BadServer::welcome()
{
    while (QTcpSocket* const socket = m_server->nextPendingConnection()) {
        ++connections;
        connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(*socket); });
        connect(socket, &QTcpSocket::disconnected, this, [this, socket] {
            --connections;
            m_unread.remove(socket);
            socket->deleteLater();
        });
    }
}

void BadServer::read(QTcpSocket& socket)
{
    QByteArray& unread = m_unread[&socket];
    unread += socket.readAll();
    const qsizetype end = unread.indexOf("\r\n\r\n");
    static const QRegularExpression length(
        QStringLiteral("\r\ncontent-length: ([0-9]+)"), QRegularExpression::CaseInsensitiveOption);
    const qsizetype body = length.match(QString::fromLatin1(unread.left(end + 2))).captured(1).toInt();
    if (end < 0 || unread.size() < end + 4 + body)
        return;
    requests += unread.first(end + 4 + body);
    unread.remove(0, end + 4 + body);
    m_behaviour(socket);
}

} // namespace warroom::tests
