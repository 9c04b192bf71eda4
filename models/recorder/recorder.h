// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/worker.h"
#include "recorder/samplestore.h"

#include <QObject>

#include <functional>

namespace warroom::recorder {

/// Keeps what is measured during incidents, on a thread of its own, so that it is still there when the server is gone.
class Recorder : public QObject
{
    Q_OBJECT

public:
    /// The file is made with the first samples. Where `writes` is not, it is only read.
    Recorder(const QString& path, bool writes, QObject* parent = nullptr);
    /// Waits for what is to be kept.
    ~Recorder() override;

    void keep(IncidentId incident, const metrics::Panel& panel, std::shared_ptr<const metrics::Answer> answer);
    /// What was kept, told later on this thread; never once `context` is gone. Nothing where nothing can be read.
    void recall(IncidentId incident, QObject* context, const std::function<void(const std::vector<Recorded>&)>& take);

Q_SIGNALS:
    /// Once, until it can be written again.
    void failed(const warroom::Error& error);
    /// To be done on the thread of this object.
    void ready(const std::function<void()>& run);

private:
    void note(const Result<void>& kept);

    const QString m_path;
    const bool m_writes;
    bool m_failed = false;
    std::unique_ptr<SampleStore> m_store; ///< The worker's.
    Worker m_worker; ///< The last one, so that it is gone before what it uses.
};

} // namespace warroom::recorder
