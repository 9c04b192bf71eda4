// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/reader.h"
#include "real/metricserver.h"
#include "support/quiettest.h"

#include <QDir>
#include <QFile>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QSignalSpy>

using namespace warroom;
using namespace Qt::StringLiterals;
using tests::MetricServer;

/// What is taken out of dashboards and rules is PromQL, says a Prometheus.
class PanelExpressionsTest : public support::QuietTest
{
    Q_OBJECT

private Q_SLOTS:
    void everyExpressionIsPromQl()
    {
        if (MetricServer::program(MetricServer::Kind::Prometheus).isEmpty())
            QSKIP("There is no Prometheus here, so nothing is known about it.");
        const MetricServer server(MetricServer::Kind::Prometheus, u"127.0.0.1:1"_s);
        QTRY_COMPARE_WITH_TIMEOUT(said(server, u"up"_s), QByteArray(), 30'000);
        QVERIFY(!said(server, u"up +"_s).isEmpty());
        int asked = 0;
        const QDir folder(QStringLiteral(WARROOM_PANEL_FILES));
        const QStringList names = folder.entryList(QDir::Files);
        for (const QString& name : names) {
            QFile file(folder.filePath(name));
            QVERIFY(file.open(QFile::ReadOnly));
            const panels::Read all = panels::read(file.readAll(), {});
            QVERIFY2(std::holds_alternative<panels::Contents>(all), qPrintable(name));
            for (const panels::Panel& panel : std::get<panels::Contents>(all).panels) {
                for (const QString& expression : panel.expressions) {
                    const QByteArray error = said(server, expression);
                    QVERIFY2(error.isEmpty(), (name + u": "_s + expression + u'\n').toUtf8() + error);
                    ++asked;
                }
            }
        }
        QVERIFY(asked >= 20);
    }

private:
    /// What the server has against an expression; nothing where it takes it.
    QByteArray said(const MetricServer& server, const QString& expression)
    {
        QNetworkRequest request(QUrl(server.url() + u"/api/v1/format_query"_s));
        request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/x-www-form-urlencoded"_s);
        const std::unique_ptr<QNetworkReply> reply(
            m_network.post(request, "query=" + QUrl::toPercentEncoding(expression)));
        QSignalSpy finished(reply.get(), &QNetworkReply::finished);
        if (!reply->isFinished() && !finished.wait())
            return "no answer";
        return reply->error() == QNetworkReply::NoError ? QByteArray() : reply->readAll() + '.';
    }

    QNetworkAccessManager m_network;
};

QTEST_GUILESS_MAIN(PanelExpressionsTest)
#include "tst_panelexpressions.moc"
