import { render, screen } from '@testing-library/svelte';
import { describe, expect, test } from 'vitest';
import Channels from '../../../web/src/lib/procedure/Channels.svelte';
import { aChannel } from '../../support/build.ts';

describe('fees and times of a channel', () => {
  test('that the source does not give are unknown, never none and never free', () => {
    const { container } = render(Channels, { channels: [aChannel({ processingTime: undefined, fees: undefined })] });
    expect(screen.getAllByText('Chưa có thông tin')).toHaveLength(2);
    expect(container.textContent).not.toMatch(/miễn phí|không thu|0 đồng/iu);
  });
  test('that the source gives as nothing are printed as 0 đồng', () => {
    const { container } = render(Channels, { channels: [aChannel()] });
    expect(container.textContent.replaceAll(/\s+/gu, ' ')).toContain('Phí: 0 đồng');
  });
});
