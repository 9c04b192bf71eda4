// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "base/time.h"

#include <QNetworkReply>
#include <QPointer>
#include <QTimer>

#include <optional>

class QNetworkAccessManager;

namespace warroom::metrics {

/// What a server answered, whatever its status.
struct Reply {
    QUrl url;
    int status = 0;
    QByteArray retryAfter; ///< As the header has it.
    QByteArray body;
};

/// One request, until it ends: in time, with a body of bounded length, and on the server that was asked. Deleting it
/// before gives the request up.
class Transfer : public QObject
{
    Q_OBJECT

public:
    /// Posts the form. The body has bodyPadding allocated behind it where the server says its length.
    Transfer(QNetworkAccessManager& network, const QNetworkRequest& request, const QByteArray& form,
        Milliseconds timeout, QObject* parent);
    ~Transfer() override;

    /// Once, when it has ended. The error is SourceUnreachable, SourceSlow, SourceTooLarge, SourceUntrusted,
    /// SourceElsewhere or NotPrometheus.
    Result<Reply> take() { return std::move(*m_ended); }

Q_SIGNALS:
    /// Exactly once, and never before the constructor has returned.
    void ended();

private:
    void post(const QNetworkRequest& request);
    void look();
    void read();
    void conclude();
    void follow(const QUrl& target);
    void fail(ErrorCode code, const QString& what = {});
    void end(Result<Reply> result);
    void drop();

    QNetworkAccessManager& m_network;
    QNetworkRequest m_request;
    QByteArray m_form;
    QPointer<QNetworkReply> m_reply;
    QTimer m_deadline;
    QByteArray m_body;
    QStringList m_mistrust; ///< What is wrong with the server's certificate.
    int m_redirects = 0;
    std::optional<Result<Reply>> m_ended;
};

} // namespace warroom::metrics
