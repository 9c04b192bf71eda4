// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMap>
#include <QTcpServer>

class QTcpSocket;

namespace warroom::support {

/// Something that a Prometheus scrapes, with values that a test sets, and that it can break.
class ScrapeTarget : public QObject
{
    Q_OBJECT

public:
    ScrapeTarget();

    /// "127.0.0.1:40001"; the same after it came back.
    QString address() const;

    /// A line of its metrics from now on, such as `requests_total{code="200"}` and `5`.
    void set(const QByteArray& series, const QByteArray& value) { m_lines.insert(series, value); }
    void remove(const QByteArray& series) { m_lines.remove(series); }

    /// Nobody listens any more.
    void die();
    void comeBack();

    int scrapes = 0;

private:
    void welcome();
    void answer(QTcpSocket& socket);

    QMap<QByteArray, QByteArray> m_lines;
    quint16 m_port = 0;
    QTcpServer m_server; ///< Goes first, with its connections.
};

} // namespace warroom::support
