// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/scrapetarget.h"

#include <QTcpSocket>

namespace warroom::support {

ScrapeTarget::ScrapeTarget()
{
    connect(&m_server, &QTcpServer::newConnection, this, &ScrapeTarget::welcome);
    comeBack();
    m_port = m_server.serverPort();
}

QString ScrapeTarget::address() const { return QStringLiteral("127.0.0.1:%1").arg(m_port); }

void ScrapeTarget::die()
{
    m_server.close();
    for (QTcpSocket* socket : m_server.findChildren<QTcpSocket*>())
        socket->abort();
}

void ScrapeTarget::comeBack()
{
    if (!m_server.listen(QHostAddress::LocalHost, m_port))
        qFatal("cannot listen: %s", qPrintable(m_server.errorString()));
}

void ScrapeTarget::welcome()
{
    while (QTcpSocket* const socket = m_server.nextPendingConnection()) {
        connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        connect(socket, &QTcpSocket::readyRead, this, [this, socket] { answer(*socket); });
    }
}

/// A scrape is small and comes in one piece on this machine; each has a connection of its own.
void ScrapeTarget::answer(QTcpSocket& socket)
{
    if (!socket.readAll().contains("\r\n\r\n"))
        return;
    ++scrapes;
    QByteArray body;
    for (auto line = m_lines.cbegin(); line != m_lines.cend(); ++line)
        body += line.key() + ' ' + line.value() + '\n';
    socket.write("HTTP/1.1 200 OK\r\nContent-Type: text/plain; version=0.0.4\r\nConnection: close\r\nContent-Length: "
        + QByteArray::number(body.size()) + "\r\n\r\n" + body);
    socket.disconnectFromHost();
}

} // namespace warroom::support
