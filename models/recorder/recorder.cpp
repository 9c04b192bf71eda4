// SPDX-License-Identifier: GPL-3.0-or-later
#include "recorder/recorder.h"

#include <QFileInfo>
#include <QPointer>

namespace warroom::recorder {

Recorder::Recorder(const QString& path, bool writes, QObject* parent) : QObject(parent), m_path(path), m_writes(writes)
{
    connect(
        this, &Recorder::ready, this, [](const std::function<void()>& run) { run(); }, Qt::QueuedConnection);
}

Recorder::~Recorder()
{
    // On the thread that opened it.
    m_worker.post([this] { m_store.reset(); });
}

void Recorder::keep(IncidentId incident, const metrics::Panel& panel, std::shared_ptr<const metrics::Answer> answer)
{
    if (!m_writes || answer->type != metrics::ResultType::Matrix)
        return;
    m_worker.post([this, incident, panel, answer = std::move(answer)] {
        Result<void> kept;
        if (!m_store) {
            Result<std::unique_ptr<SampleStore>> opened = SampleStore::open(m_path, SampleStore::Access::Write);
            opened ? void(m_store = std::move(*opened)) : void(kept = opened.error());
        }
        if (m_store)
            kept = m_store->keep(incident, panel, answer->series);
        if (!kept)
            m_store.reset(); // it may be another file by the next time
        Q_EMIT ready([this, kept] { note(kept); });
    });
}

void Recorder::note(const Result<void>& kept)
{
    const bool failedBefore = std::exchange(m_failed, !kept);
    if (m_failed && !failedBefore)
        Q_EMIT failed(kept.error());
}

void Recorder::recall(
    IncidentId incident, QObject* context, const std::function<void(const std::vector<Recorded>&)>& take)
{
    m_worker.post([this, incident, context = QPointer(context), take] {
        std::vector<Recorded> all;
        if (QFileInfo::exists(m_path)) {
            if (const auto opened = SampleStore::open(m_path, SampleStore::Access::Read)) {
                if (Result<std::vector<Recorded>> read = (*opened)->recorded(incident))
                    all = std::move(*read);
            }
        }
        Q_EMIT ready([context, take, all = std::move(all)] {
            if (context)
                take(all);
        });
    });
}

} // namespace warroom::recorder
