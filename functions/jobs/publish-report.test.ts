import { describe, expect, it } from 'vitest';
import { aFinding, halfYearReport } from '../../sample-data/sample-report.ts';
import { MemoryPublisher } from './memory-ports.ts';
import { type ReportDraft, ReportHeldOpen, type ReportPublisher, WorkNotKept } from './ports.ts';
import { publishDraft, writeDraft } from './publish-report.ts';

const report = halfYearReport([aFinding({}), aFinding({ name: '李伟' })]);

/** A publisher whose drafts differ in one respect. */
function publisherWith(memory: MemoryPublisher, change: (draft: ReportDraft) => Partial<ReportDraft>): ReportPublisher {
  return {
    draft: async () => {
      const draft = await memory.draft();
      return { ...draft, ...change(draft) };
    },
  };
}

async function publishReport(publisher: ReportPublisher) {
  const ports = { publisher, progress: { stage: () => {} } };
  const written = await writeDraft(ports, report);
  return 'outcome' in written ? written : publishDraft(ports, written);
}

describe('publishing a report', () => {
  it('publishes the five files', async () => {
    const publisher = new MemoryPublisher();
    expect(await publishReport(publisher)).toMatchObject({ outcome: 'published' });
    expect([...publisher.published!.keys()].sort()).toEqual([
      'findings.csv',
      'manifest.json',
      'rejects.csv',
      'report.xlsx',
      'summary.json',
    ]);
  });

  it('publishes nothing when the written findings are fewer than the found ones', async () => {
    const memory = new MemoryPublisher();
    const cut = publisherWith(memory, (draft) => ({
      read: async function* (name) {
        const chunks: Uint8Array[] = [];
        for await (const chunk of draft.read(name)) chunks.push(chunk);
        const text = Buffer.concat(chunks).toString();
        yield name === 'findings.csv'
          ? Buffer.from(text.slice(0, text.lastIndexOf('\r\n', text.length - 3) + 2))
          : Buffer.from(text);
      },
    }));
    await expect(publishReport(cut)).rejects.toThrow();
    expect(memory).toMatchObject({ published: undefined, abandoned: 1 });
  });

  it('leaves no draft behind when the disk is full', async () => {
    const memory = new MemoryPublisher();
    const full = publisherWith(memory, () => ({
      create: async () => ({
        write: () => {
          throw Object.assign(new Error('full'), { code: 'ENOSPC' });
        },
        close: async () => {},
      }),
    }));
    await expect(publishReport(full)).rejects.toMatchObject({ code: 'ENOSPC' });
    expect(memory).toMatchObject({ published: undefined, abandoned: 1 });
  });

  it('asks for a place for what people have written, where there is none, and publishes nothing', async () => {
    const memory = new MemoryPublisher();
    const full = publisherWith(memory, () => ({
      publish: async () => {
        throw new WorkNotKept('');
      },
    }));
    const result = await publishReport(full);
    expect(result).toMatchObject({ outcome: 'refused', refusals: [{ reason: expect.stringContaining('earlier') }] });
    expect(memory).toMatchObject({ published: undefined, abandoned: 1 });
  });

  it('asks to close a report that is open, and publishes nothing', async () => {
    const memory = new MemoryPublisher();
    const held = publisherWith(memory, () => ({
      publish: async () => {
        throw new ReportHeldOpen('report.xlsx');
      },
    }));
    const result = await publishReport(held);
    expect(result).toMatchObject({
      outcome: 'refused',
      refusals: [{ file: 'report.xlsx', mend: expect.stringMatching(/^请先关闭/u) }],
    });
    expect(memory).toMatchObject({ published: undefined, abandoned: 1 });
  });
});
