// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/quiettest.h"

namespace warroom::tests {

/// A test that shows windows where there is no screen. The platform for that cannot do everything and says so each
/// time, which is no news about us.
class WindowTest : public support::QuietTest
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { s_next = qInstallMessageHandler(pass); }

protected:
    static void failOnWarnings() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

private:
    static void pass(QtMsgType type, const QMessageLogContext& context, const QString& message)
    {
        if (!message.startsWith(QLatin1String("This plugin does not support")))
            s_next(type, context, message);
    }

    static inline QtMessageHandler s_next = nullptr;
};

} // namespace warroom::tests
