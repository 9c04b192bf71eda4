// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "metrics/source.h"

#include <QHash>
#include <QTcpServer>
#include <QTimer>

#include <functional>
#include <memory>

class QTcpSocket;

namespace warroom::tests {

/// A server on this machine that answers every request as the test says, and keeps what it was asked.
class BadServer : public QObject
{
    Q_OBJECT

public:
    /// What to do with a connection once a request has come in whole.
    using Behaviour = std::function<void(QTcpSocket& socket)>;

    /// With a certificate it speaks TLS.
    enum class Wants { Nobody, ClientCertificate };
    explicit BadServer(const QString& certificate = {}, Wants wants = Wants::Nobody);

    QString url(const QString& path = {}) const;
    metrics::Source source(QMap<QString, QString> keys = {}) const;

    /// From now on.
    void behave(Behaviour behaviour) { m_behaviour = std::move(behaviour); }
    /// These bytes, and the end of the connection.
    void say(const QByteArray& bytes);
    /// A whole answer with its length.
    void answer(const QByteArray& status, const QByteArray& body, const QByteArray& headers = {});

    /// Head and body of each.
    QByteArrayList requests;
    int connections = 0; ///< Open ones.

private:
    void welcome();
    void read(QTcpSocket& socket);

    Behaviour m_behaviour;
    QHash<QTcpSocket*, QByteArray> m_unread;
    QString m_scheme;
    std::unique_ptr<QTcpServer> m_server; ///< Goes first, with its connections.
};

/// The path of a file in tests/metrics/certificates.
QString certificate(const char* name);

/// The head of an answer: status, length and what else.
QByteArray head(const QByteArray& status, qint64 length, const QByteArray& headers = {});

} // namespace warroom::tests
