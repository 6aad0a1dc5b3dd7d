import config from './playwright.config.ts';
const { webServer: _, ...rest } = config;
export default { ...rest, outputDir: '/tmp/e2e-results', projects: [ { ...config.projects![0]!, use: { ...config.projects![0]!.use, baseURL: 'http://localhost:4301/' } }, { ...config.projects![1]!, use: { ...config.projects![1]!.use, baseURL: 'http://localhost:4302/' } } ] };
